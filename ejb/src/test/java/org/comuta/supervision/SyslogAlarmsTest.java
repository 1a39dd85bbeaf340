package org.comuta.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.comuta.alarm.Alarm;
import org.comuta.alarm.Alarms;
import org.comuta.alarm.Condition;
import org.junit.jupiter.api.Test;

class SyslogAlarmsTest {
  private final Alarms alarms = new Alarms(content -> {}, InstantSource.system());
  private final Map<String, String> away = new TreeMap<>();
  private final SyslogAlarms watch = new SyslogAlarms(() -> away, alarms);

  @Test
  void eachServerThatIsAwayIsAnAlarmUntilItIsBack() {
    away.put("archive", "Connection refused");
    away.put("soc", "no such host");
    watch.look();
    assertThat(alarms.active())
        .extracting(Alarm::condition, Alarm::object, Alarm::details)
        .containsExactlyInAnyOrder(
            tuple(Condition.SYSLOG_SERVER_AWAY, "archive", "Connection refused"),
            tuple(Condition.SYSLOG_SERVER_AWAY, "soc", "no such host"));

    away.remove("archive");
    watch.look();
    assertThat(alarms.active()).extracting(Alarm::object).containsExactly("soc");

    away.clear();
    watch.look();
    assertThat(alarms.active()).isEmpty();
  }
}
