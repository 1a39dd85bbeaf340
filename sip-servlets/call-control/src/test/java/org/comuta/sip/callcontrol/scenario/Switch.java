package org.comuta.sip.callcontrol.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStoreException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.comuta.call.CallRecord;
import org.comuta.call.CallState;
import org.comuta.call.answered.AnsweredCall;
import org.comuta.edge.SipEdge;
import org.comuta.exchange.Exchange;
import org.comuta.interfaces.SipPort;
import org.comuta.media.MediaConnectionFactory;
import org.comuta.nap.MediaMode;
import org.comuta.sip.callcontrol.CallServlet;
import org.comuta.sip.container.Lanes;
import org.comuta.sip.container.SipContainer;
import org.comuta.sip.container.SipSettings;
import org.comuta.sip.container.start.EmbeddedContainer;
import org.comuta.sip.container.start.FreePort;
import org.comuta.sip.container.start.RunningContainer;
import org.comuta.sip.container.start.TestCertificates;
import org.comuta.snapshot.Snapshot;
import org.comuta.survival.SurvivingCalls;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Call control in a container of its own, with an exchange in memory. A test class has one; after
 * each test no call may be open and no record left that the test did not ask for.
 */
final class Switch
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
  /**
   * Free when this process began, so that no server and no other run of the tests is in the way.
   */
  static final int PORT = FreePort.udpAndTcp();

  private static final List<String> NEIGHBOURS = List.of("caller", "called", "second");
  private static final Path SCENARIOS = Path.of("src", "test", "sipp").toAbsolutePath();

  /** Ports that scenarios look for in what they are told. */
  private static final List<String> PORTS_OF_SCENARIOS =
      List.of("30000", "30002", "31000", "31002", "31100");

  private final String mediaMode;
  private final boolean relays;
  private final MemoryLedger ledger = new MemoryLedger();
  private final BlockingQueue<String> acknowledged = new LinkedBlockingQueue<>();
  private final Path state = newFolder();
  private SurvivingCalls survivingCalls = open(state);
  private Exchange exchange =
      Exchanges.with(
          ledger, new WatchedCalls(survivingCalls, acknowledged, UnaryOperator.identity()));
  private final FakeEngine engine = new FakeEngine();
  private final MediaConnectionFactory relaying;
  private CallServlet servlet;
  private final Map<String, Integer> ports = new HashMap<>();
  private final Map<String, Integer> places = new HashMap<>();
  private long revision = 1;
  private @Nullable RunningContainer container;

  /** One whose media bypass the exchange, unless a NAP wants it otherwise. */
  Switch() {
    this(MediaMode.BYPASS);
  }

  /** One whose media go so, with an engine that opens no port. */
  Switch(MediaMode mode) {
    this(mode, null);
  }

  /** One whose media this engine relays. */
  Switch(MediaConnectionFactory relaying) {
    this(MediaMode.BRIDGE, relaying);
  }

  private Switch(MediaMode mode, @Nullable MediaConnectionFactory relaying) {
    this.relaying = relaying == null ? engine : relaying;
    servlet = new CallServlet(exchange, Switch::tls, () -> this.relaying);
    mediaMode = "'mediaMode':'%s'".formatted(mode);
    relays = mode == MediaMode.BRIDGE;
  }

  /** Certificates are those of the tests, by their names there. */
  private static SSLContext tls(String certificate, boolean verifying) throws KeyStoreException {
    if (!TestCertificates.exists(certificate)) {
      throw new KeyStoreException("there is no certificate " + certificate);
    }
    return TestCertificates.context(certificate, verifying ? TestCertificates.AUTHORITY : "");
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    container = EmbeddedContainer.start(SipSettings.at("127.0.0.1", PORT), servlet);
  }

  /** Neighbours get other ports, so that nothing of one test reaches those of the next. */
  @Override
  public void beforeEach(ExtensionContext context) {
    ports.clear();
    acknowledged.clear();
    NEIGHBOURS.forEach(nap -> places.put(nap, exchange.admission().callsOf(nap)));
  }

  /** The port of this neighbour in this test. */
  int port(String neighbour) {
    return ports.computeIfAbsent(neighbour, ignored -> FreePort.udpAndTcp());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    int open = ledger.open();
    int waiting = ledger.waiting();
    ledger.forget();
    assertThat(open).as("open calls").isZero();
    assertThat(waiting).as("records too many").isZero();
    assertThat(engine.calls()).as("calls left at the engine").isEmpty();
    places.forEach(
        (nap, before) ->
            await("places taken at " + nap, () -> exchange.admission().callsOf(nap) == before));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    stop();
  }

  /** Ends it in order, as an undeployment does. */
  void stop() {
    if (container != null) {
      servlet.destroy();
      container.stop();
      container = null;
    }
  }

  /** Ends it as a kill does: nobody is told, nothing is written any more. */
  void kill() throws IOException {
    if (container != null) {
      container.stop();
      container = null;
    }
    survivingCalls.close();
  }

  /** Starts it again with the configuration and the state it had. */
  void start() throws Exception {
    start(UnaryOperator.identity());
  }

  /** As the other, with the calls it kept as they come back from this. */
  void start(UnaryOperator<AnsweredCall> wayBack) throws Exception {
    Snapshot snapshot = exchange.configuration().current();
    survivingCalls = open(state);
    exchange = Exchanges.with(ledger, new WatchedCalls(survivingCalls, acknowledged, wayBack));
    exchange.configuration().publish(snapshot);
    places.replaceAll((nap, before) -> 0);
    servlet = new CallServlet(exchange, Switch::tls, () -> relaying);
    container = EmbeddedContainer.start(SipSettings.at("127.0.0.1", PORT), servlet);
  }

  SipEdge edge() {
    return exchange.edges().sip().orElseThrow();
  }

  /** A number that no revision of this configuration had. */
  long nextRevision() {
    return ++revision;
  }

  /**
   * Makes this live, and opens and closes the ports of its interfaces, as the configuration does.
   */
  void apply(Stream<String> naps, Stream<String> routes, Stream<String> interfaces) {
    Snapshot next = Exchanges.snapshot(nextRevision(), naps, routes, interfaces);
    Collection<SipPort> wanted = next.interfaces().sipPorts().keySet();
    assertThat(edge().open(wanted)).isEmpty();
    exchange.configuration().publish(next);
    edge().keep(wanted, revision);
  }

  /** Leaves nothing configured, and waits until no port of an interface is open any more. */
  void closeAll() {
    apply(Stream.of(), Stream.of(), Stream.of());
    await("only the server's own ports", () -> edge().listeningPoints().size() == 2);
  }

  private static SurvivingCalls open(Path folder) {
    try {
      return new SurvivingCalls(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path newFolder() {
    try {
      Path root = Files.createDirectories(Path.of("target", "state"));
      return Files.createTempDirectory(root, "switch");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next call both sides of which are known to have the answer. */
  String nextAcknowledged() throws InterruptedException {
    String callId = acknowledged.poll(60, TimeUnit.SECONDS);
    if (callId == null) {
      throw new AssertionError("no call is acknowledged; open: " + ledger.open());
    }
    return callId;
  }

  /** Makes the NAPs and two routes, the second for what the first refuses, the configuration. */
  void connect() {
    connect("", "");
  }

  /**
   * As the other.
   *
   * @param caller further fields of the caller's NAP, as JSON with single quotes
   * @param called further fields of the first called side's NAP
   * @param interfaces whole interfaces, written likewise
   */
  void connect(String caller, String called, String... interfaces) {
    publish(
        Stream.of(nap("caller", caller), nap("called", called), nap("second", "")),
        Stream.of(route("first", "called", 10, ""), route("second", "second", 20, "")),
        interfaces);
  }

  void publish(Stream<String> naps, Stream<String> routes, String... interfaces) {
    exchange.configuration().publish(Exchanges.snapshot(1, naps, routes, Stream.of(interfaces)));
  }

  String nap(String name, String more) {
    return "{'name':'%s','domain':'127.0.0.1','port':%d,%s%s}"
        .formatted(name, port(name), mediaMode, and(more));
  }

  static String route(String name, String destination, int priority, String more) {
    return "{'name':'%s','originNap':'caller','destinationNap':'%s','priority':%d%s}"
        .formatted(name, destination, priority, and(more));
  }

  private static String and(String more) {
    return more.isEmpty() ? "" : "," + more;
  }

  /** What a caller plays, by the name of its scenario. */
  Sipp.Part caller(String scenario) {
    return part("caller", scenario);
  }

  /** What a called side plays, by the name of its scenario. */
  Sipp.Part called(String scenario) {
    return part("called", scenario);
  }

  private Sipp.Part part(String side, String scenario) {
    Path file = SCENARIOS.resolve(side).resolve(scenario + ".xml");
    Sipp.Part part = Sipp.Part.of(file, port(side)).with("cause", "31");
    for (String port : PORTS_OF_SCENARIOS) {
      // Where media is relayed, a side sees a port of the engine in place of the other's.
      part = part.with("port" + port, relays ? FakeEngine.ANY_PORT : port);
    }
    return part;
  }

  /** The record of the next call that ends. */
  CallRecord nextRecord() throws InterruptedException {
    return ledger.next();
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

  /** Plays a caller whose call reaches nobody. Returns the record. */
  CallRecord call(Sipp.Part caller) throws InterruptedException {
    try (Sipp calling = Sipp.calls(caller, PORT, "2000")) {
      calling.succeeds();
      return ledger.next();
    }
  }

  /** Whether some call rings now. */
  boolean oneRings() {
    return exchange.calls().live().all().stream()
        .anyMatch(call -> call.view().state() == CallState.RINGING);
  }

  /** Waits until this is so; what a call gives back it gives back soon after its record. */
  static void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(deadline);
      LockSupport.parkNanos(1_000_000);
    }
  }

  Lanes lanes() {
    return SipContainer.running().lanes();
  }

  /** Sessions the container holds now. */
  int sessions() {
    return container == null ? 0 : container.status().applicationSessions();
  }

  Exchange exchange() {
    return exchange;
  }

  FakeEngine engine() {
    return engine;
  }

  MemoryLedger ledger() {
    return ledger;
  }
}
