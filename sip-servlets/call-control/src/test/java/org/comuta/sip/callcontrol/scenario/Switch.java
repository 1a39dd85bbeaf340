package org.comuta.sip.callcontrol.scenario;

import jakarta.servlet.ServletException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.comuta.call.CallRecord;
import org.comuta.exchange.Exchange;
import org.comuta.sip.callcontrol.CallServlet;
import org.comuta.sip.container.SipSettings;
import org.comuta.sip.container.SipStartException;
import org.comuta.sip.container.start.EmbeddedContainer;
import org.comuta.sip.container.start.RunningContainer;

/** Call control in a container of its own, with an exchange in memory. */
final class Switch implements AutoCloseable {
  static final int PORT = 5560;

  /** Ports of the neighbours: one that calls, three that are called, one nobody knows. */
  static final int CALLER = 5590;

  static final int CALLED = 5591;
  static final int SECOND = 5592;
  static final int PROXY = 5593;
  static final int STRANGER = 5594;

  private static final Path SCENARIOS = Path.of("src", "test", "sipp").toAbsolutePath();

  private final MemoryLedger ledger = new MemoryLedger();
  private final Exchange exchange = Exchanges.with(ledger);
  private final CallServlet servlet = new CallServlet(exchange);
  private final RunningContainer container;

  private Switch() throws SipStartException, ServletException {
    container = EmbeddedContainer.start(SipSettings.at("127.0.0.1", PORT), servlet);
  }

  static Switch start() throws SipStartException, ServletException {
    return new Switch();
  }

  /**
   * Makes two NAPs and the route from one to the other the configuration of the next calls.
   *
   * @param caller further fields of the caller's NAP, as JSON with single quotes
   * @param called further fields of the called side's NAP
   */
  void connect(String caller, String called) {
    publish(
        Stream.of(
            nap("caller", CALLER, caller),
            nap("called", CALLED, called),
            nap("second", SECOND, "")),
        Stream.of(route("first", "called", 10, ""), route("second", "second", 20, "")));
  }

  void publish(Stream<String> naps, Stream<String> routes) {
    exchange.configuration().publish(Exchanges.snapshot(naps, routes));
  }

  static String nap(String name, int port, String more) {
    return "{'name':'%s','domain':'127.0.0.1','port':%d%s}".formatted(name, port, and(more));
  }

  static String route(String name, String destination, int priority, String more) {
    return "{'name':'%s','originNap':'caller','destinationNap':'%s','priority':%d%s}"
        .formatted(name, destination, priority, and(more));
  }

  private static String and(String more) {
    return more.isEmpty() ? "" : "," + more;
  }

  /** A scenario of one side, such as {@code caller/basic}. */
  static Sipp.Part caller(String scenario) {
    return Sipp.Part.of(SCENARIOS.resolve("caller").resolve(scenario + ".xml"), CALLER);
  }

  static Sipp.Part called(String scenario) {
    return Sipp.Part.of(SCENARIOS.resolve("called").resolve(scenario + ".xml"), CALLED);
  }

  /** Plays both sides; each must go as its scenario says. Returns the record. */
  CallRecord call(Sipp.Part caller, Sipp.Part called) throws InterruptedException {
    try (Sipp answering = Sipp.answers(called);
        Sipp calling = Sipp.calls(caller, PORT, "2000")) {
      calling.succeeds();
      answering.succeeds();
      return ledger.next();
    }
  }

  Exchange exchange() {
    return exchange;
  }

  MemoryLedger ledger() {
    return ledger;
  }

  @Override
  public void close() {
    servlet.destroy();
    container.stop();
  }
}
