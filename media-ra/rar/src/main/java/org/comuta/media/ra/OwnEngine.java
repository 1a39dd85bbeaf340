package org.comuta.media.ra;

import java.nio.file.Path;
import org.comuta.media.EngineFigures;
import org.comuta.media.MediaEngine;
import org.comuta.media.PortRange;
import org.comuta.media.process.LocalEngine;
import org.comuta.media.process.RemoteMediaEngine;

/** The engine of an adapter: connected to or made with it, and let go with it. */
sealed interface OwnEngine extends AutoCloseable {
  /** Itself. */
  MediaEngine engine();

  /** Whether it can be asked now. */
  boolean isThere();

  /** What it last told of itself. */
  EngineFigures lastFigures();

  @Override
  void close();

  /**
   * Makes it, or begins to connect to it.
   *
   * @param kind {@code process} or {@code embedded}
   * @throws IllegalArgumentException when a setting makes no sense
   */
  static OwnEngine start(String kind, String socket, String owner, String rtpPorts, int threads) {
    return switch (kind) {
      case "process" -> {
        if (socket.isEmpty()) {
          throw new IllegalArgumentException("no socket of its process is set");
        }
        yield new InProcess(
            RemoteMediaEngine.start(RemoteMediaEngine.Settings.of(Path.of(socket), owner)), socket);
      }
      case "embedded" -> new Embedded(LocalEngine.start(PortRange.of(rtpPorts), threads), rtpPorts);
      default -> throw new IllegalArgumentException("engine is process or embedded, not " + kind);
    };
  }

  /** In the server's process: for tests and small set-ups; it ends with the adapter. */
  record Embedded(LocalEngine engine, String ports) implements OwnEngine {
    @Override
    public boolean isThere() {
      return true;
    }

    @Override
    public EngineFigures lastFigures() {
      return engine.figuresNow();
    }

    @Override
    public void close() {
      engine.close();
    }

    @Override
    public String toString() {
      return "an engine in this process, ports " + ports;
    }
  }

  /** In a process of its own. */
  record InProcess(RemoteMediaEngine engine, String socket) implements OwnEngine {
    @Override
    public boolean isThere() {
      return engine.instance().isPresent();
    }

    @Override
    public EngineFigures lastFigures() {
      return engine.lastFigures();
    }

    @Override
    public void close() {
      engine.close();
    }

    @Override
    public String toString() {
      return "an engine process at " + socket;
    }
  }
}
