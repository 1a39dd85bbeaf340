package org.comuta.cdr.textfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.comuta.background.BackgroundThread;
import org.comuta.cdr.journal.Journal;
import org.comuta.cdr.journal.JournalKeeper;
import org.comuta.cdr.journal.Position;
import org.comuta.cdr.sink.SinkRunner;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the series of text files that are configured: begins new ones, goes on with known ones, ends
 * those that are gone. Follows the configuration within a second, and what is new in it when told.
 */
public final class TextFiles implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TextFiles.class);
  private static final long FOLLOW_EVERY_MILLIS = 1000;
  private static final long RETRY_EVERY_MILLIS = 30_000;
  private static final Duration CLEAN_EVERY = Duration.ofHours(1);

  private record Running(
      CdrFile series, TextFileSink sink, SinkRunner runner, Supplier<Position> needed) {}

  private final Journal journal;
  private final JournalKeeper keeper;
  private final Path directory;
  private final Supplier<List<CdrFile>> configured;
  private final Map<String, Running> running = new ConcurrentHashMap<>();
  private List<CdrFile> followed = List.of();

  /** Whether all of them run; what could not be started is tried again. */
  private boolean complete = true;

  private Instant cleanedAt = Instant.EPOCH;
  private final BackgroundThread thread;

  /**
   * Begins with what is configured now.
   *
   * @param directory where each series has a directory of its name
   * @param configured tells the series, enabled or not, as applied last
   */
  public TextFiles(
      Journal journal, JournalKeeper keeper, Path directory, Supplier<List<CdrFile>> configured) {
    this.journal = journal;
    this.keeper = keeper;
    this.directory = directory;
    this.configured = configured;
    follow();
    thread = BackgroundThread.start("comuta-records-text-files", this::step);
  }

  private long step() throws IOException {
    follow();
    Instant now = Instant.now();
    if (Duration.between(cleanedAt, now).abs().compareTo(CLEAN_EVERY) > 0) {
      cleanedAt = now;
      for (Running each : running.values()) {
        each.sink().deleteOld();
      }
    }
    return complete ? FOLLOW_EVERY_MILLIS : RETRY_EVERY_MILLIS;
  }

  private void follow() {
    // Looked at first: one that begins meanwhile is in what is configured, or none of these.
    List<Running> before = List.copyOf(running.values());
    List<CdrFile> wanted = configured.get().stream().filter(CdrFile::enabled).toList();
    if (complete && wanted.equals(followed)) {
      return;
    }
    for (Running each : before) {
      if (!wanted.contains(each.series())) {
        boolean changes =
            wanted.stream().anyMatch(series -> series.name().equals(each.series().name()));
        stop(each, !changes);
      }
    }
    followed = wanted;
    complete = true;
    for (CdrFile series : wanted) {
      complete &= started(series);
    }
  }

  /**
   * Begins with series that are new in what is configured, so that the next record stands in them.
   * Any thread; ends and changes none, because that may have to wait for a disk.
   */
  public void begin() {
    configured.get().stream().filter(CdrFile::enabled).forEach(this::started);
  }

  private boolean started(CdrFile series) {
    return running.computeIfAbsent(series.name(), name -> start(series)) != null;
  }

  private @Nullable Running start(CdrFile series) {
    Path own = directory.resolve(series.name());
    try {
      if (!directory.equals(own.normalize().getParent())) {
        throw new IOException("its name is no name of a directory");
      }
      TextFileSink sink = new TextFileSink(series, own, journal.tail(), InstantSource.system());
      Supplier<Position> needed = sink::position;
      keeper.keepFor(needed);
      SinkRunner runner = new SinkRunner(journal, sink);
      return new Running(series, sink, runner, needed);
    } catch (IOException | InvalidRecordLineException e) {
      LOG.error("ALARM: the text files {} cannot be written", series.name(), e);
      return null;
    }
  }

  private void stop(Running each, boolean forGood) {
    each.runner().close();
    keeper.release(each.needed());
    running.remove(each.series().name());
    if (forGood) {
      // Begun again some day, it does not make up for what passed in between.
      try {
        Path own = directory.resolve(each.series().name());
        Files.deleteIfExists(own.resolve(TextFileSink.POSITION_FILE));
      } catch (IOException e) {
        LOG.warn("Cannot forget where the text files {} stopped", each.series().name(), e);
      }
    }
  }

  /** Those that are running. */
  public Collection<SinkRunner> runners() {
    List<SinkRunner> runners = new ArrayList<>();
    running.values().forEach(each -> runners.add(each.runner()));
    return runners;
  }

  @Override
  public void close() {
    thread.close();
    running.values().forEach(each -> each.runner().close());
  }
}
