package org.comuta.access;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the one object that is asked who is let in. */
@Dependent
public class AccessProducer {
  @Produces
  @Singleton
  AccessLists lists() {
    Clock clock = Clock.systemUTC();
    return new AccessLists(clock, new RefusedSources(clock));
  }
}
