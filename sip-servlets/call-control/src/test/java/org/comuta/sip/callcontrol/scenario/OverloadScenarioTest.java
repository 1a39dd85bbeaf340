package org.comuta.sip.callcontrol.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.comuta.call.CallRecord;
import org.comuta.cause.Failure;
import org.comuta.exchange.Counters;
import org.comuta.sip.container.Lane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OverloadScenarioTest {
  @RegisterExtension static final Switch EXCHANGE = new Switch();

  /** Keeps every lane thread so busy with many small tasks that whatever comes waits some 0.3 s. */
  private static final class Load implements AutoCloseable {
    private static final int THREADS =
        Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 64);
    private static final int TASKS = 100;
    private static final long WORK = TimeUnit.MILLISECONDS.toNanos(3);
    private static final long BETWEEN_QUESTIONS = TimeUnit.MILLISECONDS.toNanos(50);

    private volatile boolean ended;

    Load() throws IOException {
      for (int i = 0; i < TASKS * THREADS; i++) {
        work(EXCHANGE.lanes().next());
      }
      try (RawPeer peer = new RawPeer(EXCHANGE.port("stranger"))) {
        Switch.await(
            "overload",
            () -> {
              ask(peer);
              return EXCHANGE.edge().overloaded();
            });
      }
    }

    private void work(Lane lane) {
      lane.execute(
          () -> {
            // Whoever reads messages may carry lanes meanwhile, and has to go on reading.
            if (Thread.currentThread().getName().startsWith("comuta-lane")) {
              LockSupport.parkNanos(WORK);
            }
            if (!ended) {
              work(lane);
            }
          });
    }

    private static void ask(RawPeer peer) {
      LockSupport.parkNanos(BETWEEN_QUESTIONS);
      try {
        peer.send(
            "OPTIONS sip:127.0.0.1 SIP/2.0\r\nCall-ID: %d\r\n\r\n".formatted(System.nanoTime()));
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      ended = true;
      Switch.await("the end of overload", () -> !EXCHANGE.edge().overloaded());
    }
  }

  @Test
  void newCallsAreRefusedWhileThoseInProgressGoOn() throws Exception {
    EXCHANGE.connect("'ignoreSourcePort':true", "");
    long before = EXCHANGE.exchange().counters().value(Counters.OVERLOADED);
    try (Sipp first = Sipp.answers(EXCHANGE.called("basic"));
        Sipp talking = Sipp.calls(EXCHANGE.caller("waits"), Switch.PORT, "2000")) {
      EXCHANGE.ledger().nextAnswered();
      try (Load load = new Load()) {
        Sipp.Part caller =
            EXCHANGE.caller("refused").with("status", "503").at(EXCHANGE.port("other"));
        try (Sipp calling = Sipp.calls(caller, Switch.PORT, "2000")) {
          calling.succeeds();
          assertThat(calling.messages()).containsPattern("\nRetry-After: ([5-9]|1[0-4])\r?\n");
        }
        CallRecord record = EXCHANGE.ledger().next();
        assertThat(record.originRelease().failure()).isEqualTo(Failure.OVERLOADED);
        assertThat(record.originRelease().cause().value()).isEqualTo(42);
        assertThat(EXCHANGE.exchange().counters().value(Counters.OVERLOADED)).isEqualTo(before + 1);
        talking.succeeds();
        first.succeeds();
        assertThat(EXCHANGE.ledger().next().originRelease().failure()).isNull();
      }
    }
  }

  @Test
  void callsForHelpAreTaken() throws Exception {
    EXCHANGE.connect();
    try (Load load = new Load();
        Sipp answering = Sipp.answers(EXCHANGE.called("basic"));
        Sipp calling = Sipp.calls(EXCHANGE.caller("basic"), Switch.PORT, "190")) {
      calling.succeeds();
      answering.succeeds();
      assertThat(EXCHANGE.ledger().next().answeredAt()).isNotNull();
    }
  }

  @Test
  void callsAreTakenAgainAfterwards() throws Exception {
    EXCHANGE.connect();
    new Load().close();
    CallRecord record = EXCHANGE.call(EXCHANGE.caller("basic"), EXCHANGE.called("basic"));
    assertThat(record.answeredAt()).isNotNull();
  }
}
