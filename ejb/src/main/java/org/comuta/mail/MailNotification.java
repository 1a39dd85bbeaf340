package org.comuta.mail;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.comuta.alarm.Severity;
import org.comuta.description.Described;
import org.comuta.description.Field;
import org.comuta.description.Section;
import org.comuta.description.Syntax;
import org.comuta.description.Unit;

/**
 * Who is told of which events by mail. Immutable.
 *
 * @param server name of the mail server
 * @param events words of types or groups; none for all
 * @param severities of alarms, only those of one of these; none for all
 * @param conditions of alarms, only those of one of these; none for all
 * @param naps of calls, only those of one of these; none for all
 * @param timeZone zone of the moments in a mail
 * @param pause s between two mails; what happens meanwhile is in the next one
 * @param maxWaiting most events that wait; more are dropped
 */
@Described(kind = "mail-notification", path = "mail-notifications")
public record MailNotification(
    @Field(required = true, syntax = Syntax.NAME) String name,
    @Field(defaultValue = "true") boolean enabled,
    @Field String description,
    @Field(required = true, references = "mail-server", syntax = Syntax.NAME) String server,
    @Field(required = true, maxLength = 50, syntax = Syntax.MAIL_ADDRESS) List<String> recipients,
    @Field(defaultValue = "alarm.raised,alarm.cleared", maxLength = 20) List<String> events,
    @Field(maxLength = 4) List<Severity> severities,
    @Field(maxLength = 100) List<String> conditions,
    @Field(maxLength = 100, references = "nap", syntax = Syntax.NAME) List<String> naps,
    @Field(defaultValue = "PT_BR") MailLanguage language,
    @Field(defaultValue = "America/Sao_Paulo", maxLength = 64, syntax = Syntax.TIME_ZONE)
        String timeZone,
    @Field(defaultValue = "1000", min = 10, max = 10_000, expert = true, section = Section.LIMITS)
        int maxWaiting,
    @Field(
            defaultValue = "300",
            min = 0,
            max = 86_400,
            unit = Unit.SECONDS,
            section = Section.TIMES)
        int pause) {

  public MailNotification {
    recipients = List.copyOf(recipients);
    events = List.copyOf(events);
    severities = List.copyOf(severities);
    conditions = List.copyOf(conditions);
    naps = List.copyOf(naps);
  }

  /** Which events it tells of. */
  MailFilter filter() {
    return MailFilter.of(this);
  }

  ZoneId zone() {
    return ZoneId.of(timeZone.isEmpty() ? "UTC" : timeZone);
  }

  Duration pauseTime() {
    return Duration.ofSeconds(pause);
  }
}
