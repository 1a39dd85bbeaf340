package org.comuta.supervision;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.comuta.alarm.Alarms;
import org.comuta.backup.BackupWatcher;
import org.comuta.certificate.ExpiryWatch;
import org.comuta.event.EventHub;
import org.comuta.identity.SignInWatch;

/** Gives those who know of sign-ins, certificates and backups somebody to tell. */
@Dependent
public class SupervisionProducer {
  @Produces
  @Singleton
  SignInWatch signIns(EventHub events, Alarms alarms) {
    return new SignInAlarms(events, alarms, InstantSource.system());
  }

  @Produces
  @Singleton
  ExpiryWatch certificates(Alarms alarms) {
    return new CertificateAlarms(alarms, InstantSource.system());
  }

  @Produces
  @Singleton
  BackupWatcher backups(Alarms alarms) {
    return new BackupAlarms(alarms);
  }
}
