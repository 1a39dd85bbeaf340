package org.comuta.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.comuta.archive.Spool;
import org.comuta.backup.BackupRun.Outcome;
import org.comuta.backup.BackupRun.Result;

/** Makes one backup, brings it to its destination, and takes away what is too much there. */
final class ScheduledBackup {
  /** Makes the backup and writes it. */
  interface Source {
    void writeTo(OutputStream out) throws IOException, BusyException;
  }

  private final Path spool;
  private final String node;
  private final Clock clock;

  /**
   * @param node name of this server
   */
  ScheduledBackup(Path spool, String node, Clock clock) {
    this.spool = spool;
    this.node = node;
    this.clock = clock;
  }

  /** Does it within a time limit. Never throws. */
  Result run(TargetAccess access, Duration limit, Source source) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Result> result = threads.submit(() -> make(access, source));
      try {
        return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException late) {
        result.cancel(true);
        return Result.failed("It took longer than " + limit.toSeconds() + " s and was given up.");
      } catch (ExecutionException | CancellationException failed) {
        return Result.failed(String.valueOf(failed.getCause()));
      } catch (InterruptedException stopping) {
        result.cancel(true);
        Thread.currentThread().interrupt();
        return Result.failed(BackupRun.STOPPED);
      }
    }
  }

  private Result make(TargetAccess access, Source source) {
    Path file = null;
    try {
      file = Spool.file(spool);
      try (OutputStream out = Files.newOutputStream(file)) {
        source.writeTo(out);
      }
      return bring(access, file);
    } catch (BusyException busy) {
      return Result.failed(String.valueOf(busy.getMessage()));
    } catch (TargetException refused) {
      return Result.failed(String.valueOf(refused.getMessage()));
    } catch (IOException | RuntimeException failed) {
      return Result.failed(failed.toString());
    } finally {
      Spool.discard(file);
    }
  }

  private Result bring(TargetAccess access, Path file) throws IOException {
    BackupName.Series series = new BackupName.Series(node, access.schedule().name());
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    String name = series.name(now);
    try (BackupTarget target = access.open()) {
      target.put(file, name);
      List<String> names = target.names();
      List<String> old = Retention.tooMany(names, series, access.schedule(), now);
      for (String one : old) {
        target.remove(one);
      }
      for (String one : Retention.unfinished(names, series)) {
        target.remove(one);
      }
      return new Result(Outcome.DONE, name, Files.size(file), old.size(), "");
    }
  }
}
