package org.comuta.sip.callcontrol.scenario;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.comuta.admission.Admission;
import org.comuta.call.CallLedger;
import org.comuta.call.Calls;
import org.comuta.call.answered.AnsweredCalls;
import org.comuta.description.ObjectDescription;
import org.comuta.description.Parsed;
import org.comuta.edge.Edges;
import org.comuta.emergency.EmergencyList;
import org.comuta.emergency.EmergencyNumbers;
import org.comuta.exchange.Counters;
import org.comuta.exchange.Exchange;
import org.comuta.interfaces.Interfaces;
import org.comuta.interfaces.NetworkInterface;
import org.comuta.intrusion.IntrusionRules;
import org.comuta.intrusion.SourceGuard;
import org.comuta.nap.Nap;
import org.comuta.nap.NapTable;
import org.comuta.nap.Reachability;
import org.comuta.routing.Route;
import org.comuta.routing.RouteTable;
import org.comuta.snapshot.LiveSnapshot;
import org.comuta.snapshot.Snapshot;

/** Exchanges and configurations in memory, written as the API writes them. */
final class Exchanges {
  private Exchanges() {}

  static Exchange with(CallLedger ledger, AnsweredCalls answeredCalls) {
    LiveSnapshot configuration = new LiveSnapshot(Snapshot.empty());
    return new Exchange(
        configuration,
        new Calls(ledger, answeredCalls),
        new Admission(),
        new Reachability(),
        new Edges(),
        new SourceGuard(
            () -> configuration.current().intrusions(), InstantSource.system(), System::nanoTime),
        new Counters());
  }

  /**
   * A snapshot of these objects: {@code nap {…}} and {@code route {…}}, defaults left out. 190 is
   * for help.
   */
  static Snapshot snapshot(Stream<String> naps, Stream<String> routes) {
    return snapshot(1, naps, routes, Stream.of());
  }

  /** The same with named interfaces, {@code interface {…}}, and a revision. */
  static Snapshot snapshot(
      long revision, Stream<String> naps, Stream<String> routes, Stream<String> interfaces) {
    List<Nap> parsed = naps.map(json -> parse(Nap.class, json)).toList();
    NapTable table = new NapTable(parsed, Map.of("localhost", List.of("127.0.0.1")));
    return new Snapshot(
        revision,
        table,
        new RouteTable(routes.map(json -> parse(Route.class, json)).toList(), table),
        new Interfaces(interfaces.map(json -> parse(NetworkInterface.class, json)).toList()),
        EmergencyNumbers.of(List.of(new EmergencyList("brasil", true, "", List.of("190")))),
        IntrusionRules.NONE,
        Map.of());
  }

  private static <T> T parse(Class<T> type, String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
      JsonObject json = reader.readObject();
      Parsed<T> parsed = ObjectDescription.of(type).parse(json);
      return Objects.requireNonNull(parsed.object(), () -> text + ": " + parsed.problems());
    }
  }
}
