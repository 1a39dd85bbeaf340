package org.comuta.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.comuta.logging.line.LogComponent;
import org.comuta.logging.line.LogLevel;
import org.comuta.logging.line.LogLine;
import org.comuta.logging.line.LogQuery;
import org.comuta.logging.syslog.SyslogSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LogsTest {
  /** A clock that goes on when told. */
  private static final class SettableClock extends Clock {
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /** What the server itself would write. */
  private static final class ServerHandler extends Handler {
    private final List<String> written = new ArrayList<>();

    @Override
    public void publish(LogRecord record) {
      if (isLoggable(record)) {
        written.add(LineHandler.message(record));
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private static final Logger SIP = Logger.getLogger("org.comuta.sip.container.x");
  private static final Logger SIP_MESSAGES = Logger.getLogger("org.comuta.trace.sip");
  private static final Logger OTHERS = Logger.getLogger("com.example");
  private static final Logger ROOT = Logger.getLogger("");

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private final ServerHandler server = new ServerHandler();
  private Logs logs;

  @BeforeEach
  void begin() {
    ROOT.addHandler(server);
    logs = new Logs(folder, new SyslogSource("here", "1"), clock);
  }

  @AfterEach
  void end() {
    logs.close();
    ROOT.removeHandler(server);
  }

  private List<LogLine> lines() {
    return logs.recent().find(new LogQuery(Set.of(), LogLevel.TRACE, "", 0, 100)).lines();
  }

  private List<String> texts() {
    return lines().stream().map(LogLine::text).toList();
  }

  private static LogSettings with(LogComponent component, LogLevel level) {
    return new LogSettings(Map.of(component, level), Set.of(), 20, 100, 0, List.of());
  }

  @Test
  void aLevelCountsAtOnce() {
    SIP.fine("not yet");
    logs.apply(with(LogComponent.SIP, LogLevel.DEBUG), TraceSwitch.OFF);
    SIP.fine("now");
    SIP.finer("too fine");
    logs.apply(with(LogComponent.SIP, LogLevel.ERROR), TraceSwitch.OFF);
    SIP.warning("no more");
    SIP.log(Level.SEVERE, "but {0}", "this");
    OTHERS.info("others");
    assertThat(texts()).containsExactly("now", "but this", "others");
    assertThat(lines())
        .extracting(LogLine::component)
        .containsExactly(LogComponent.SIP, LogComponent.SIP, LogComponent.SERVER);
    assertThat(server.written).containsExactly("now", "but this", "others");
  }

  @Test
  void aTraceEndsByItself() throws Exception {
    SIP_MESSAGES.finer("before");
    logs.apply(
        LogSettings.SHIPPED, TraceSwitch.of(Set.of(LogComponent.SIP_MESSAGES), 2, clock.instant()));
    assertThat(logs.traceLeft()).isEqualTo(Duration.ofMinutes(2));
    SIP_MESSAGES.finer(
        "INVITE sip:1@example.net SIP/2.0\r\nProxy-Authorization: Digest "
            + "username=\"a\", response=\"7587245234b3434cc3412213e5f113a5\"\r\n");
    assertThat(logs.endTrace()).isFalse();
    clock.now = clock.now.plus(Duration.ofMinutes(2));
    assertThat(logs.endTrace()).isTrue();
    assertThat(logs.endTrace()).isFalse();
    SIP_MESSAGES.finer("after");
    assertThat(logs.trace()).isEqualTo(TraceSwitch.OFF);
    assertThat(texts()).hasSize(1);
    logs.close();
    assertThat(Files.readString(folder.resolve("trace.log")))
        .contains("INVITE sip:1@example.net", "response=\"********\"")
        .doesNotContain("7587245234b3434cc3412213e5f113a5", "before", "after");
    assertThat(server.written).as("a trace fills no other file").isEmpty();
  }

  @Test
  void secretsReachNobody() {
    OTHERS.log(Level.INFO, "user {0} password={1}", new Object[] {"maria", "Sesame0pen99"});
    OTHERS.log(
        Level.WARNING, "refused", new IllegalStateException("Authorization: Bearer Sesame0pen99"));
    assertThat(lines())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line.text()).doesNotContain("Sesame0pen99"));
    assertThat(server.written).containsExactly("user maria password=********", "refused");
  }

  @Test
  void afterwardsEverythingIsAsItWas() {
    logs.close();
    logs.close();
    assertThat(SIP.isLoggable(Level.INFO)).isTrue();
    assertThat(Logger.getLogger("org.comuta.sip").getLevel()).isNull();
    assertThat(server.getFilter()).isNull();
    OTHERS.info("password=plain");
    assertThat(server.written).containsExactly("password=plain");
    assertThat(lines()).isEmpty();
    assertThat(SIP_MESSAGES.getParent().getHandlers()).isEmpty();
  }
}
