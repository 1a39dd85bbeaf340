package org.comuta.media.ra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.ManagedConnectionFactory;
import jakarta.resource.spi.ResourceAdapterInternalException;
import jakarta.resource.spi.XATerminator;
import jakarta.resource.spi.work.WorkContext;
import jakarta.resource.spi.work.WorkManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Timer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.comuta.media.CallMedia;
import org.comuta.media.MediaConnection;
import org.comuta.media.MediaConnectionFactory;
import org.comuta.media.MediaException;
import org.comuta.media.PortRange;
import org.comuta.media.process.LocalEngine;
import org.comuta.media.process.MediaServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MediaResourceAdapterTest {
  private final MediaResourceAdapter adapter = new MediaResourceAdapter();
  private final MBeanServer management = ManagementFactory.getPlatformMBeanServer();

  @Test
  void anEmbeddedEngineServesConnectionsAndEndsWithTheAdapter() throws Exception {
    adapter.setEngine("embedded");
    adapter.setRtpPorts("46000-46099");
    adapter.setThreads(1);
    adapter.setOwner("embedded test");
    adapter.start(new NoServer());
    try (MediaConnection connection = factory().getConnection()) {
      await(connection.set(new CallMedia("one", List.of(), Duration.ZERO)));
      assertThat(figure("Calls")).isEqualTo(1);
      assertThat(figure("EngineCalls")).isEqualTo(1);
      assertThat(figure("Connections")).isEqualTo(1);
      assertThat(figure("EngineIsThere")).isEqualTo(true);
      await(connection.end("one"));
    } finally {
      adapter.stop();
    }
    assertThat(management.queryNames(name(), null)).isEmpty();
    assertThat(threads()).isEmpty();
    assertThatThrownBy(() -> factory().getConnection()).isInstanceOf(MediaException.class);
  }

  @Test
  void anEngineProcessIsAskedOverItsSocket(@TempDir Path folder) throws Exception {
    Path socket = folder.resolve("run/media.sock");
    adapter.setSocket(socket.toString());
    adapter.start(new NoServer());
    try (LocalEngine engine = LocalEngine.start(PortRange.of("46100-46199"), 1)) {
      try (MediaServer server = MediaServer.start(engine, socket, Duration.ofSeconds(1));
          MediaConnection connection = factory().getConnection()) {
        awaitFigure("EngineIsThere", true);
        await(connection.set(new CallMedia("one", List.of(), Duration.ZERO)));
        assertThat(engine.figuresNow().calls()).isEqualTo(1);
        assertThat(server.orphans()).isZero();
      }
    } finally {
      adapter.stop();
    }
    assertThat(threads()).isEmpty();
  }

  @Test
  void settingsThatMakeNoSenseKeepTheAdapterFromStarting() {
    assertThatThrownBy(() -> adapter.start(new NoServer()))
        .isInstanceOf(ResourceAdapterInternalException.class)
        .hasMessageContaining("no socket");
    adapter.setEngine("magic");
    assertThatThrownBy(() -> adapter.start(new NoServer())).hasMessageContaining("magic");
    adapter.setEngine("embedded");
    adapter.setRtpPorts("46001-46100");
    assertThatThrownBy(() -> adapter.start(new NoServer())).hasMessageContaining("46001-46100");
    assertThat(threads()).isEmpty();
  }

  private MediaConnectionFactory factory() {
    MediaManagedConnectionFactory managed = new MediaManagedConnectionFactory();
    managed.setResourceAdapter(adapter);
    return (MediaConnectionFactory) managed.createConnectionFactory(new NoPool());
  }

  private ObjectName name() throws Exception {
    return new ObjectName(
        "org.comuta:type=MediaAdapter,owner=" + ObjectName.quote(adapter.getOwner()));
  }

  private Object figure(String attribute) throws Exception {
    return management.getAttribute(name(), attribute);
  }

  private void awaitFigure(String attribute, Object value) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!figure(attribute).equals(value)) {
      assertThat(System.nanoTime()).as("patience").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private static void await(CompletionStage<?> stage) throws Exception {
    stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(thread -> thread.startsWith("comuta-media"))
        .toList();
  }

  /** Gives a new connection each time. */
  private static final class NoPool implements ConnectionManager {
    private static final long serialVersionUID = 1L;

    @Override
    public Object allocateConnection(
        ManagedConnectionFactory factory, @Nullable ConnectionRequestInfo info)
        throws ResourceException {
      return factory.createManagedConnection(null, info).getConnection(null, info);
    }
  }

  private static final class NoServer implements BootstrapContext {
    @Override
    public WorkManager getWorkManager() {
      throw new AssertionError("not used");
    }

    @Override
    public XATerminator getXATerminator() {
      throw new AssertionError("not used");
    }

    @Override
    public Timer createTimer() {
      throw new AssertionError("not used");
    }

    @Override
    public boolean isContextSupported(Class<? extends WorkContext> context) {
      return false;
    }

    @Override
    public TransactionSynchronizationRegistry getTransactionSynchronizationRegistry() {
      throw new AssertionError("not used");
    }
  }
}
