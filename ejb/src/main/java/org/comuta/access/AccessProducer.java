package org.comuta.access;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.comuta.snapshot.LiveSnapshot;

/** Makes the objects that are asked who is let in, one of each. */
@Dependent
public class AccessProducer {
  @Produces
  @Singleton
  AccessLists lists() {
    Clock clock = Clock.systemUTC();
    return new AccessLists(clock, new RefusedSources(clock));
  }

  @Produces
  @Singleton
  Entrance entrance(AccessLists lists, LiveSnapshot live) {
    return new Entrance(lists, live, new RefusedSources(Clock.systemUTC()));
  }
}
