package org.comuta.exchange;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.comuta.admission.Admission;
import org.comuta.call.CallLedger;
import org.comuta.call.Calls;
import org.comuta.call.answered.AnsweredCalls;
import org.comuta.edge.Edges;
import org.comuta.event.EventHub;
import org.comuta.intrusion.SourceGuard;
import org.comuta.nap.Reachability;
import org.comuta.secret.Secrets;
import org.comuta.snapshot.LiveSnapshot;
import org.comuta.snapshot.Snapshot;
import org.comuta.statistics.NapStates;
import org.comuta.statistics.Statistics;

/** Makes the plain objects of the exchange, one of each, for whoever injects them. */
@Dependent
public class ExchangeProducer {
  @Produces
  @Singleton
  LiveSnapshot configuration() {
    return new LiveSnapshot(Snapshot.empty());
  }

  @Produces
  @Singleton
  Admission admission() {
    return new Admission();
  }

  @Produces
  @Singleton
  Reachability reachability() {
    return new Reachability();
  }

  @Produces
  @Singleton
  Edges edges() {
    return new Edges();
  }

  @Produces
  @Singleton
  SourceGuard guard(LiveSnapshot configuration) {
    return new SourceGuard(
        () -> configuration.current().intrusions(), InstantSource.system(), System::nanoTime);
  }

  @Produces
  @Singleton
  Counters counters() {
    return new Counters();
  }

  @Produces
  @Singleton
  Secrets secrets() {
    String stateFolder = System.getProperty("comuta.state.dir", "state");
    return Secrets.keptIn(Path.of(stateFolder, "keys", "secret-keys"));
  }

  @Produces
  @Singleton
  EventHub events() {
    return new EventHub(System.getProperty("jboss.node.name", "node"), InstantSource.system());
  }

  @Produces
  @Singleton
  Statistics statistics() {
    return new Statistics(Instant.now());
  }

  @Produces
  @Singleton
  NapStates napStates(
      LiveSnapshot configuration,
      Admission admission,
      Reachability reachability,
      Statistics statistics) {
    return new NapStates(configuration, admission, reachability, statistics);
  }

  @Produces
  @Singleton
  Calls calls(
      CallLedger ledger, AnsweredCalls answeredCalls, Statistics statistics, EventHub events) {
    return new Calls(ledger, answeredCalls, statistics.observer(), events);
  }

  @Produces
  @Singleton
  Exchange exchange(
      LiveSnapshot configuration,
      Calls calls,
      Admission admission,
      Reachability reachability,
      Edges edges,
      SourceGuard guard,
      Counters counters) {
    return new Exchange(configuration, calls, admission, reachability, edges, guard, counters);
  }
}
