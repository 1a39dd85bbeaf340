package org.comuta.live;

import java.util.Arrays;
import java.util.Optional;
import org.comuta.identity.Right;

/** Something that a page can look at while it changes. */
public enum Topic {
  /** Calls now, figures of all periods, and the newest point of each series. */
  NOW("now", Right.SEE_MONITORING, 1),
  /** How many live calls there are, and whether any came, went or changed. */
  CALLS("calls", Right.SEE_MONITORING, 1),
  NAPS_FIVE_MINUTES("naps.FIVE_MINUTES", Right.SEE_MONITORING, 1),
  NAPS_DAY("naps.DAY", Right.SEE_MONITORING, 1),
  NAPS_MONTH("naps.MONTH", Right.SEE_MONITORING, 1),
  /** Disk, memory, media engine, and what is wrong. */
  SYSTEM("system", Right.SEE_MONITORING, 5),
  /** How many alarms are active, and whether any came, went or changed. */
  ALARMS("alarms", Right.SEE_MONITORING, 1),
  /** What was saved and is not live. */
  CONFIGURATION("configuration", Right.SEE_CONFIGURATION, 2);

  private final String word;
  private final Right needed;
  private final int seconds;

  Topic(String word, Right needed, int seconds) {
    this.word = word;
    this.needed = needed;
    this.seconds = seconds;
  }

  /** Name for pages. */
  public String word() {
    return word;
  }

  /** Who may look at it. */
  public Right needed() {
    return needed;
  }

  /** It is computed at most once in so many seconds. */
  int seconds() {
    return seconds;
  }

  /** Whether it may take long to compute. */
  boolean isSlow() {
    return this == SYSTEM || this == CONFIGURATION;
  }

  public static Optional<Topic> of(String word) {
    return Arrays.stream(values()).filter(topic -> topic.word.equals(word)).findFirst();
  }
}
