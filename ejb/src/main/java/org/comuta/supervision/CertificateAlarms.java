package org.comuta.supervision;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.comuta.alarm.Alarms;
import org.comuta.alarm.Condition;
import org.comuta.certificate.ExpiryWatch;

/** Raises an alarm while a certificate in use ends soon or has ended. Any thread. */
final class CertificateAlarms implements ExpiryWatch {
  private final Alarms alarms;
  private final InstantSource clock;

  CertificateAlarms(Alarms alarms, InstantSource clock) {
    this.alarms = alarms;
    this.clock = clock;
  }

  @Override
  public void inUse(Map<String, Instant> ends) {
    Instant now = clock.instant();
    ends.forEach(
        (name, end) -> {
          boolean expired = !now.isBefore(end);
          boolean soon = !expired && now.plus(SOON).isAfter(end);
          alarms.set(expired, Condition.CERTIFICATE_EXPIRED, name, end.toString());
          alarms.set(soon, Condition.CERTIFICATE_EXPIRING, name, end.toString());
        });
    alarms.clearOthers(Condition.CERTIFICATE_EXPIRED, ends.keySet());
    alarms.clearOthers(Condition.CERTIFICATE_EXPIRING, ends.keySet());
  }
}
