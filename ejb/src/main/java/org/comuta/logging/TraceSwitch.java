package org.comuta.logging;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.comuta.description.Problem;
import org.comuta.logging.line.LogComponent;

/**
 * A trace: components that tell everything until some moment, at which it ends by itself.
 * Immutable.
 *
 * @param components none for no trace
 * @param until the epoch for no trace
 */
public record TraceSwitch(Set<LogComponent> components, Instant until) {
  /** Longest a trace can be. */
  public static final int MOST_MINUTES = 1_440;

  /** No trace. */
  public static final TraceSwitch OFF = new TraceSwitch(Set.of(), Instant.EPOCH);

  public TraceSwitch {
    Set<LogComponent> sorted = EnumSet.noneOf(LogComponent.class);
    sorted.addAll(components);
    components = Collections.unmodifiableSet(sorted);
    // As exact as every database keeps it.
    until = until.truncatedTo(ChronoUnit.MILLIS);
  }

  /** One that begins now. */
  public static TraceSwitch of(Set<LogComponent> components, int minutes, Instant now) {
    return new TraceSwitch(components, now.plus(Duration.ofMinutes(minutes)));
  }

  /** What is wrong with one that somebody asks for. */
  public static List<Problem> check(Set<LogComponent> components, long minutes) {
    List<Problem> problems = new ArrayList<>();
    if (components.isEmpty()) {
      problems.add(new Problem("components", "required", "components must name at least one."));
    }
    for (LogComponent component : components) {
      if (!component.canTrace()) {
        problems.add(
            new Problem("components", "choice", "components: " + component + " cannot be traced."));
      }
    }
    if (minutes < 1 || minutes > MOST_MINUTES) {
      problems.add(
          new Problem("minutes", "range", "minutes must be from 1 to " + MOST_MINUTES + "."));
    }
    return problems;
  }

  /** Whether it goes on. */
  public boolean isOn(Instant now) {
    return !components.isEmpty() && now.isBefore(until);
  }

  /** Whether it goes on and is of this component. */
  public boolean isOf(LogComponent component, Instant now) {
    return isOn(now) && components.contains(component);
  }
}
