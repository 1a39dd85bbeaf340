package org.comuta.portal.personal;

import java.util.Optional;

/** What the portal remembers for each user, beside the preferences. */
public enum Remembered {
  /** {@code true} when the navigation is a rail of icons. */
  NAVIGATION_RAIL("navigation.rail"),
  /** The areas of the navigation that are closed, with commas between. */
  NAVIGATION_CLOSED("navigation.closed"),
  /** How often live pages refresh: {@code live}, seconds, or {@code paused}. */
  LIVE_REFRESH("live.refresh"),
  /** The time that the home page shows. */
  HOME_PERIOD("home.period"),
  /** {@code true} when the first-run wizard is not to be offered any more. */
  WIZARD_DISMISSED("wizard.dismissed");

  private final String word;

  Remembered(String word) {
    this.word = word;
  }

  /** Name in the database and for the scripts of the page. */
  public String word() {
    return word;
  }

  static Optional<Remembered> of(String word) {
    for (Remembered one : values()) {
      if (one.word.equals(word)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }
}
