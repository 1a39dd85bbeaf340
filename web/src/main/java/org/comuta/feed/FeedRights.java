package org.comuta.feed;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comuta.event.EventGroup;
import org.comuta.event.EventType;
import org.comuta.identity.Right;

/** Who may see which events. */
final class FeedRights {
  private FeedRights() {}

  /** What is needed to see events of a group. */
  static Right needed(EventGroup group) {
    return switch (group) {
      case CALL, ALARM, EXCHANGE -> Right.SEE_MONITORING;
      case CONFIGURATION -> Right.SEE_CONFIGURATION;
      case USER -> Right.SEE_ADMINISTRATION;
    };
  }

  /** The types that somebody with these rights may see. */
  static Set<EventType> visible(Set<Right> rights) {
    return Stream.of(EventType.values())
        .filter(type -> rights.contains(needed(type.group())))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventType.class)));
  }
}
