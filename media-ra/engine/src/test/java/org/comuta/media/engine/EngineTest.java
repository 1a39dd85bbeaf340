package org.comuta.media.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comuta.media.engine.Calls.now;

import java.net.SocketException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import org.comuta.media.CallMedia;
import org.comuta.media.CallPorts.SidePorts;
import org.comuta.media.Side;
import org.comuta.media.engine.EngineSettings.Transport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What tests with a real engine and real sockets share; each runs on both transports. */
@ParameterizedClass
@EnumSource(
    value = Transport.class,
    names = {"NATIVE", "NIO"})
abstract class EngineTest {
  // Every engine has ports of its own, so that what one leaves in the network reaches no other.
  private static final AtomicInteger NEXT_RANGE = new AtomicInteger();

  @Parameter Transport transport = Transport.AUTOMATIC;

  RelayEngine engine;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  @BeforeEach
  void startEngine() {
    int first = 40_000 + NEXT_RANGE.getAndIncrement() % 20 * 200;
    engine = new RelayEngine(settings(EngineSettings.defaults().withPorts(first, first + 199)));
  }

  /** Replaced by tests that want the engine otherwise. */
  EngineSettings settings(EngineSettings defaults) {
    return defaults.withTransport(transport).withThreads(2);
  }

  @AfterEach
  void closeAll() throws Exception {
    engine.close();
    assertThat(engine.metrics().total(EngineMetrics.ThreadMetrics::faults)).isZero();
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }

  Phone phone(String address) throws SocketException {
    Phone phone = new Phone(address);
    open.push(phone);
    return phone;
  }

  Phone phone() throws SocketException {
    return phone("127.0.0.1");
  }

  /** Our ports towards a side of the first line. */
  static SidePorts ports(RelayEngine engine, CallMedia media, Side side) {
    return now(engine.set(media)).lines().get(0).side(side);
  }
}
