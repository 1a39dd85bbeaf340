package org.comuta.media.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.comuta.media.EngineFigures;
import org.comuta.media.MediaListener;
import org.comuta.media.Side;
import org.comuta.media.process.RemoteMediaEngine.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine's own process. It ends in order on SIGTERM: it listens no longer, sends what its
 * clients still wait for, and gives back all ports. Exit codes: 0 in order, 1 not possible here, 2
 * wrong arguments.
 */
public final class MediaProcess {
  private static final Logger LOG = LoggerFactory.getLogger(MediaProcess.class);

  private MediaProcess() {}

  /** Runs until a signal ends it. */
  public static void main(String[] arguments) throws InterruptedException {
    List<String> given = List.of(arguments);
    if (given.size() == 3
        && given.getFirst().equals("--socket")
        && given.getLast().equals("--figures")) {
      System.exit(tellFigures(Path.of(given.get(1))));
    }
    ProcessSettings settings;
    try {
      settings = ProcessSettings.of(given);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.print(ProcessSettings.USAGE);
      System.exit(2);
      return;
    }
    System.exit(serve(settings));
  }

  private static int serve(ProcessSettings settings) throws InterruptedException {
    CountDownLatch ending = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    try (LocalEngine engine = LocalEngine.start(settings.ports(), settings.threads());
        MediaServer server = MediaServer.start(engine, settings.socket(), settings.claimLimit())) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> endInOrder(ending, ended), "signal"));
      LOG.info(
          "Media engine {} serves {}, ports {}",
          server.instance(),
          settings.socket(),
          settings.ports());
      ending.await();
      LOG.info("Ending in order, with {} calls", engine.figuresNow().calls());
      return 0;
    } catch (IOException | IllegalArgumentException e) {
      LOG.error("The media engine cannot serve: {}", e.getMessage());
      return 1;
    } finally {
      ended.countDown();
    }
  }

  /** On the thread of the signal, which ends the process when it returns. */
  private static void endInOrder(CountDownLatch ending, CountDownLatch ended) {
    ending.countDown();
    try {
      if (!ended.await(20, TimeUnit.SECONDS)) {
        LOG.error("The engine did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** For people and scripts, on standard output. */
  private static int tellFigures(Path socket) throws InterruptedException {
    CountDownLatch there = new CountDownLatch(1);
    try (RemoteMediaEngine engine = RemoteMediaEngine.start(Settings.of(socket, ""))) {
      engine.listen(new Arrival(there));
      if (engine.instance().isEmpty() && !there.await(2, TimeUnit.SECONDS)) {
        System.err.println("no media engine answers at " + socket);
        return 1;
      }
      System.out.println(json(engine.figures().toCompletableFuture().join()));
      return 0;
    } catch (IllegalArgumentException | CompletionException e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }

  static String json(EngineFigures figures) {
    return ("{\"calls\":%d,\"portsInUse\":%d,\"portsOfRange\":%d,\"packetsReceived\":%d,"
            + "\"packetsSent\":%d,\"strangersDropped\":%d,\"malformedDropped\":%d,"
            + "\"processorMillis\":%d}")
        .formatted(
            figures.calls(),
            figures.portsInUse(),
            figures.portsOfRange(),
            figures.packetsReceived(),
            figures.packetsSent(),
            figures.strangersDropped(),
            figures.malformedDropped(),
            figures.processorTime().toMillis());
  }

  private record Arrival(CountDownLatch there) implements MediaListener {
    @Override
    public void silent(String callId, Side side) {}

    @Override
    public void engineLost() {}

    @Override
    public void engineBack() {
      there.countDown();
    }
  }
}
