package org.comuta.portal.backup;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.comuta.archive.NewArchive;
import org.comuta.archive.Progress;
import org.comuta.archive.Spool;
import org.comuta.backup.BackupBean;
import org.comuta.backup.BackupName;
import org.comuta.backup.BusyException;
import org.comuta.identity.Actor;
import org.comuta.operation.BackupOperations;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Backups that are made in the background while somebody looks on: the last one of each user, kept
 * for an hour to be downloaded. Any thread.
 */
@ApplicationScoped
public class BackupJobs {
  private static final Logger LOG = LoggerFactory.getLogger(BackupJobs.class);
  private static final Duration KEPT = Duration.ofHours(1);

  /** What has come of one. */
  public enum State {
    RUNNING,
    DONE,
    BUSY,
    FAILED
  }

  /** One of them. Any thread. */
  public static final class Job {
    private final Progress progress = new Progress();
    private final Instant begun = Instant.now();
    private volatile State state = State.RUNNING;
    private volatile @Nullable Path file;
    private volatile String name = "";
    private volatile long octets;

    public State getState() {
      return state;
    }

    /** From 0 to 100. */
    public int getPercent() {
      return state == State.DONE ? 100 : progress.percent();
    }

    /** The part that is worked on. */
    public String getPart() {
      return progress.part();
    }

    /** Name of the file. */
    public String getName() {
      return name;
    }

    /** How large the file is. */
    public long getOctets() {
      return octets;
    }

    public Instant getBegun() {
      return begun;
    }

    /** The file, once it is there. */
    Optional<Path> file() {
      return state == State.DONE ? Optional.ofNullable(file) : Optional.empty();
    }
  }

  @Resource private ManagedExecutorService threads;
  @Inject private BackupOperations operations;
  @Inject private BackupBean backups;

  private final Map<String, Job> ofUsers = new ConcurrentHashMap<>();

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public BackupJobs() {}

  /** The last one of a user; null when there is none. */
  public @Nullable Job of(String user) {
    return ofUsers.get(user);
  }

  /** Begins one, in place of the last one of this user, unless that is still running. */
  public void begin(Set<String> parts, @Nullable String passphrase, Actor actor) {
    forgetOld();
    Job job = new Job();
    Job before =
        ofUsers.compute(
            actor.name(), (user, last) -> last != null && last.state == State.RUNNING ? last : job);
    if (before == job) {
      threads.execute(() -> run(job, parts, passphrase, actor));
    }
  }

  private void run(Job job, Set<String> parts, @Nullable String passphrase, Actor actor) {
    try (NewArchive made = operations.make(parts, passphrase, job.progress, actor)) {
      Path file = Spool.file(backups.spool());
      try (OutputStream out = Files.newOutputStream(file)) {
        made.writeTo(out);
      }
      job.name = BackupName.of(made.manifest());
      job.octets = Files.size(file);
      job.file = file;
      job.state = State.DONE;
    } catch (BusyException busy) {
      job.state = State.BUSY;
    } catch (IOException | RuntimeException failed) {
      LOG.error("A backup could not be made", failed);
      job.state = State.FAILED;
    }
  }

  private void forgetOld() {
    Instant oldest = Instant.now().minus(KEPT);
    ofUsers
        .values()
        .removeIf(
            job -> {
              boolean old = job.state != State.RUNNING && job.begun.isBefore(oldest);
              if (old) {
                Spool.discard(job.file);
              }
              return old;
            });
  }
}
