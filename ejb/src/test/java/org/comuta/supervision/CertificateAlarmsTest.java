package org.comuta.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comuta.alarm.Alarm;
import org.comuta.alarm.Alarms;
import org.comuta.alarm.Condition;
import org.junit.jupiter.api.Test;

class CertificateAlarmsTest {
  private static final Instant END = Instant.parse("2026-06-01T00:00:00Z");

  private Instant now = END.minus(Duration.ofDays(31));
  private final Alarms alarms = new Alarms(content -> {}, () -> now);
  private final CertificateAlarms watch = new CertificateAlarms(alarms, () -> now);

  private List<Condition> at(Instant moment, Map<String, Instant> ends) {
    now = moment;
    watch.inUse(ends);
    return alarms.active().stream().map(Alarm::condition).toList();
  }

  @Test
  void theAlarmFollowsTheEndOfACertificate() {
    Map<String, Instant> ends = Map.of("https", END);
    assertThat(at(END.minus(Duration.ofDays(30)), ends)).isEmpty();
    assertThat(at(END.minus(Duration.ofDays(29)), ends))
        .containsExactly(Condition.CERTIFICATE_EXPIRING);
    assertThat(at(END.minusSeconds(1), ends)).containsExactly(Condition.CERTIFICATE_EXPIRING);
    assertThat(at(END, ends)).containsExactly(Condition.CERTIFICATE_EXPIRED);
    assertThat(at(END, Map.of("https", END.plus(Duration.ofDays(365))))).isEmpty();
  }

  @Test
  void oneThatIsNotUsedAnyMoreIsNoAlarm() {
    assertThat(at(END, Map.of("old", END))).containsExactly(Condition.CERTIFICATE_EXPIRED);
    assertThat(at(END, Map.of())).isEmpty();
  }
}
