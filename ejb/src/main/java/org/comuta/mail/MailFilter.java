package org.comuta.mail;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.comuta.alarm.Condition;
import org.comuta.event.AlarmCleared;
import org.comuta.event.AlarmContent;
import org.comuta.event.AlarmContent.AlarmState;
import org.comuta.event.EventContent;
import org.comuta.event.EventFilter;

/**
 * Which events a notification tells of. Immutable; any thread.
 *
 * @param severities of alarms, names of those that pass; empty for all
 * @param conditions of alarms, names of those that pass; empty for all
 * @param server the mail server that is used: that it takes no mail cannot be told through it, only
 *     that it does again
 */
record MailFilter(EventFilter events, Set<String> severities, Set<String> conditions, String server)
    implements Predicate<EventContent> {

  MailFilter {
    severities = Set.copyOf(severities);
    conditions = Set.copyOf(conditions);
  }

  static MailFilter of(MailNotification notification) {
    return new MailFilter(
        new EventFilter(
            EventFilter.types(notification.events()), Set.copyOf(notification.naps()), null),
        notification.severities().stream().map(Enum::name).collect(Collectors.toSet()),
        Set.copyOf(notification.conditions()),
        notification.server());
  }

  @Override
  public boolean test(EventContent content) {
    return events.test(content)
        && (!(content instanceof AlarmContent alarm)
            || (passes(alarm.alarm()) && !isOfOwnServer(alarm)));
  }

  private boolean passes(AlarmState alarm) {
    return (severities.isEmpty() || severities.contains(alarm.severity()))
        && (conditions.isEmpty() || conditions.contains(alarm.condition()));
  }

  private boolean isOfOwnServer(AlarmContent content) {
    return !(content instanceof AlarmCleared)
        && content.alarm().condition().equals(Condition.MAIL_NOT_SENT.name())
        && content.alarm().object().equals(server);
  }
}
