package org.comuta.alarm;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.comuta.event.EventHub;

/** Makes the alarms, one for the application. */
@Dependent
public class AlarmProducer {
  @Produces
  @Singleton
  Alarms alarms(EventHub events) {
    return new Alarms(events, InstantSource.system());
  }
}
