package org.comuta.rest;

import java.util.Map;
import org.comuta.alarm.Alarm;
import org.comuta.mail.MailOutcome;

/** Alarms, and the test of mail, in the OpenAPI document. */
final class ApiAlarms {
  /** What operations take and give, by method and path. */
  static final Map<String, Exchanged> OPERATIONS =
      Map.ofEntries(
          Map.entry(
              "GET alarms",
              Exchanged.list(
                  "What is wrong now, the worst first", Alarm.class, AlarmsResource.FILTERS)),
          Map.entry(
              "GET alarms/history",
              Exchanged.list(
                  "What was wrong, the newest first", Alarm.class, AlarmsResource.PAST_FILTERS)),
          Map.entry(
              "GET alarms/conditions",
              Exchanged.list(
                  "Everything that an alarm can be about",
                  AlarmsResource.ConditionView.class,
                  AlarmsResource.CONDITION_FILTERS)),
          Map.entry(
              "PUT alarms/{id}/acknowledgement",
              Exchanged.one("Note that you take care of an alarm", Alarm.class)
                  .taking(AlarmsResource.AcknowledgementBody.class)),
          Map.entry(
              "GET alarms/retention",
              Exchanged.one(
                  "How long alarms of the past are kept", AlarmsResource.AlarmRetentionView.class)),
          Map.entry(
              "PUT alarms/retention",
              Exchanged.one(
                      "Change how long alarms of the past are kept",
                      AlarmsResource.AlarmRetentionView.class)
                  .taking(AlarmsResource.AlarmRetentionView.class)),
          Map.entry(
              "POST mail-servers/{name}/test",
              Exchanged.one(
                      "Send a test mail through a mail server as it was saved last",
                      MailOutcome.class)
                  .taking(MailTestResource.TestBody.class)));

  private ApiAlarms() {}
}
