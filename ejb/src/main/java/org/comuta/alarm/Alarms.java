package org.comuta.alarm;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.comuta.event.AlarmAcknowledged;
import org.comuta.event.AlarmChanged;
import org.comuta.event.AlarmCleared;
import org.comuta.event.AlarmRaised;
import org.comuta.event.EventIds;
import org.comuta.event.Events;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The alarms of this server that are active. Raising the same condition of the same object again
 * only counts. What becomes of an alarm is told as an event and kept; both happen elsewhere. Any
 * thread; nothing here waits for disk or network.
 */
public final class Alarms {
  /** Most alarms that are active at once; what is raised beyond is only logged. */
  static final int MOST = 1_000;

  /** Longest details and comment, in characters. */
  static final int LONGEST_TEXT = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
  private static final int LONGEST_OBJECT = 255;

  /** Changed details are told no more often. */
  private static final Duration TOLD_EVERY = Duration.ofSeconds(30);

  private record Key(Condition condition, String object) {}

  /** An active alarm, and when it was told last. */
  private record Active(Alarm alarm, Instant toldAt) {}

  private final Map<Key, Active> active = new HashMap<>();
  private final EventIds ids = new EventIds();
  private final Events events;
  private final InstantSource clock;
  private Consumer<Alarm> keeper = alarm -> {};

  public Alarms(Events events, InstantSource clock) {
    this.events = events;
    this.clock = clock;
  }

  /** Takes over those that were active when this server stopped, and tells of each later change. */
  synchronized void begin(List<Alarm> stored, Consumer<Alarm> told) {
    keeper = told;
    active.values().forEach(one -> told.accept(one.alarm()));
    for (Alarm alarm : stored) {
      Key key = new Key(alarm.condition(), alarm.object());
      if (active.putIfAbsent(key, new Active(alarm, alarm.lastAt())) != null) {
        told.accept(alarm.cleared(now()));
      }
    }
  }

  /**
   * Reports that something is wrong.
   *
   * @param object what it is about, such as the name of a NAP; one alarm for each
   * @param details one line for people
   */
  public void raise(Condition condition, String object, String details) {
    String about = bounded(object, LONGEST_OBJECT);
    String line = bounded(details, LONGEST_TEXT);
    synchronized (this) {
      Key key = new Key(condition, about);
      Active known = active.get(key);
      if (known != null) {
        again(key, known, line);
      } else if (active.size() < MOST) {
        Instant now = now();
        Alarm alarm = Alarm.raised(ids.next(now.toEpochMilli()), condition, about, line, now);
        active.put(key, new Active(alarm, now));
        LOG.warn("ALARM {} {} {}: {}", alarm.severity(), condition, about, line);
        keeper.accept(alarm);
        events.publish(new AlarmRaised(alarm.state()));
      } else {
        LOG.error("ALARM beyond {} active ones: {} {}: {}", MOST, condition, about, line);
      }
    }
  }

  private void again(Key key, Active known, String details) {
    Instant now = now();
    Alarm alarm = known.alarm().again(details, now);
    boolean tell =
        !details.equals(known.alarm().details())
            && Duration.between(known.toldAt(), now).compareTo(TOLD_EVERY) >= 0;
    active.put(key, new Active(alarm, tell ? now : known.toldAt()));
    keeper.accept(alarm);
    if (tell) {
      events.publish(new AlarmChanged(alarm.state()));
    }
  }

  /** Reports that it is over; nothing happens when it was not active. */
  public synchronized void clear(Condition condition, String object) {
    Active known = active.remove(new Key(condition, bounded(object, LONGEST_OBJECT)));
    if (known != null) {
      cleared(known.alarm());
    }
  }

  private void cleared(Alarm before) {
    Alarm alarm = before.cleared(now());
    LOG.info("ALARM over: {} {}", alarm.condition(), alarm.object());
    keeper.accept(alarm);
    events.publish(new AlarmCleared(alarm.state()));
  }

  /** Raises it or reports that it is over. */
  public void set(boolean wrong, Condition condition, String object, String details) {
    if (wrong) {
      raise(condition, object, details);
    } else {
      clear(condition, object);
    }
  }

  /** Clears those of a condition whose object is none of these any more. */
  public synchronized void clearOthers(Condition condition, Set<String> objects) {
    for (Key key : List.copyOf(active.keySet())) {
      if (key.condition() == condition && !objects.contains(key.object())) {
        clear(condition, key.object());
      }
    }
  }

  /** Clears those that were quiet for as long as their condition asks. */
  public synchronized void clearQuiet() {
    Instant now = now();
    for (Active one : List.copyOf(active.values())) {
      Duration quiet = one.alarm().condition().quietTime();
      if (quiet != null && one.alarm().lastAt().plus(quiet).isBefore(now)) {
        clear(one.alarm().condition(), one.alarm().object());
      }
    }
  }

  /** Notes that somebody takes care of it; empty when none of this identity is active. */
  public synchronized Optional<Alarm> acknowledge(String id, String by, String comment) {
    for (Map.Entry<Key, Active> entry : active.entrySet()) {
      if (entry.getValue().alarm().id().equals(id)) {
        Alarm alarm =
            entry.getValue().alarm().acknowledged(by, bounded(comment, LONGEST_TEXT), now());
        entry.setValue(new Active(alarm, entry.getValue().toldAt()));
        keeper.accept(alarm);
        events.publish(new AlarmAcknowledged(alarm.state()));
        return Optional.of(alarm);
      }
    }
    return Optional.empty();
  }

  /** The active ones, the worst first, then the newest. */
  public List<Alarm> active() {
    List<Alarm> all;
    synchronized (this) {
      all = new ArrayList<>(active.values().stream().map(Active::alarm).toList());
    }
    all.sort(
        Comparator.comparing(Alarm::severity)
            .thenComparing(Alarm::raisedAt, Comparator.reverseOrder())
            .thenComparing(Alarm::id));
    return all;
  }

  /** The active one of this identity; null when there is none. */
  public @Nullable Alarm find(String id) {
    return active().stream().filter(alarm -> alarm.id().equals(id)).findFirst().orElse(null);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Printable, and no longer than its column, which counts characters beyond the BMP as one. */
  private static String bounded(String text, int longest) {
    return text.codePoints()
        .map(point -> Character.isISOControl(point) ? ' ' : point)
        .limit(longest)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
