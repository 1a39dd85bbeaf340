package org.comuta.supervision;

import java.util.Map;
import java.util.function.Supplier;
import org.comuta.alarm.Alarms;
import org.comuta.alarm.Condition;

/** Raises an alarm while a syslog server is not reached. One thread. */
final class SyslogAlarms {
  private final Supplier<Map<String, String>> away;
  private final Alarms alarms;

  /**
   * @param away why a syslog server is not reached, by its name
   */
  SyslogAlarms(Supplier<Map<String, String>> away, Alarms alarms) {
    this.away = away;
    this.alarms = alarms;
  }

  /** Looks once; what was disabled or deleted is no alarm any more. */
  void look() {
    Map<String, String> now = away.get();
    now.forEach((server, why) -> alarms.raise(Condition.SYSLOG_SERVER_AWAY, server, why));
    alarms.clearOthers(Condition.SYSLOG_SERVER_AWAY, now.keySet());
  }
}
