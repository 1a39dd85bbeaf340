package org.comuta.identity;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/** What somebody may do, area by area. Immutable; the words of the API. */
public record Rights(
    Level configuration, Level monitoring, Level diagnostics, Level administration) {
  /** Everything. */
  public static final Rights ALL = new Rights(Level.FULL, Level.FULL, Level.FULL, Level.FULL);

  /** Nothing but one's own. */
  public static final Rights NONE = new Rights(Level.NONE, Level.NONE, Level.NONE, Level.NONE);

  /** Those of somebody who has just these rights. */
  public static Rights where(Predicate<Right> has) {
    return new Rights(
        highest(Area.CONFIGURATION, has),
        highest(Area.MONITORING, has),
        highest(Area.DIAGNOSTICS, has),
        highest(Area.ADMINISTRATION, has));
  }

  /** The level in an area. */
  public Level in(Area area) {
    return switch (area) {
      case CONFIGURATION -> configuration;
      case MONITORING -> monitoring;
      case DIAGNOSTICS -> diagnostics;
      case ADMINISTRATION -> administration;
    };
  }

  /** Everything that follows from the levels. */
  public Set<Right> granted() {
    EnumSet<Right> granted = EnumSet.noneOf(Right.class);
    for (Right right : Right.values()) {
      if (right.followsFrom(this)) {
        granted.add(right);
      }
    }
    return Collections.unmodifiableSet(granted);
  }

  /** Whether these are no less than those in every area. */
  public boolean cover(Rights others) {
    return Arrays.stream(Area.values()).allMatch(area -> in(area).covers(others.in(area)));
  }

  /** These, but nowhere more than those. */
  public Rights atMost(Rights others) {
    return new Rights(
        lower(configuration, others.configuration),
        lower(monitoring, others.monitoring),
        lower(diagnostics, others.diagnostics),
        lower(administration, others.administration));
  }

  private static Level lower(Level one, Level other) {
    return one.covers(other) ? other : one;
  }

  private static Level highest(Area area, Predicate<Right> has) {
    return Arrays.stream(Right.values())
        .filter(right -> right.area() == area && has.test(right))
        .map(Right::level)
        .max(Comparator.naturalOrder())
        .orElse(Level.NONE);
  }
}
