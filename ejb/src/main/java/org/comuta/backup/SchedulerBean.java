package org.comuta.backup;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.comuta.archive.NewArchive;
import org.comuta.archive.Progress;
import org.comuta.backup.BackupRun.Outcome;
import org.comuta.backup.BackupRun.Result;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes backups when their time has come, or at once. One backup of a schedule at a time, on a
 * thread of its own, which waits for the backups of others. Any thread.
 */
@Singleton
@Startup
@DependsOn("SchemaBean")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SchedulerBean {
  private static final Logger LOG = LoggerFactory.getLogger(SchedulerBean.class);

  @EJB private SchedulesBean schedules;
  @EJB private BackupBean backups;
  @Inject @Any private Instance<BackupWatcher> watchers;

  private final Clock clock = Clock.systemUTC();
  private final String node = System.getProperty("jboss.node.name", "node");
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<String> running = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public SchedulerBean() {}

  @PostConstruct
  void start() {
    for (String schedule : schedules.abandon(node)) {
      tellFailure(schedule, BackupRun.STOPPED);
    }
  }

  @PreDestroy
  void stop() {
    stopping = true;
    threads.shutdownNow();
  }

  /** Begins what is due, and tells what was not done. */
  @Schedule(hour = "*", minute = "*", second = "5", persistent = false)
  void tick() {
    schedules.claimDue(clock.instant()).forEach(due -> begin(due.schedule(), ""));
    Set<String> behind = schedules.behind();
    tell(watcher -> watcher.behind(behind));
  }

  /**
   * Begins a backup of a schedule now, whether or not it is enabled.
   *
   * @param user who asks
   * @return false when one is under way already
   */
  public boolean runNow(BackupSchedule schedule, String user) {
    return begin(schedule, user);
  }

  private boolean begin(BackupSchedule schedule, String user) {
    if (!running.add(schedule.name())) {
      return false;
    }
    long run;
    try {
      run = schedules.begin(schedule.name(), node, user);
    } catch (RuntimeException fault) {
      running.remove(schedule.name());
      throw fault;
    }
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    threads.execute(
        () -> {
          Thread.currentThread().setContextClassLoader(loader);
          try {
            finish(schedule, run, make(schedule));
          } finally {
            running.remove(schedule.name());
          }
        });
    return true;
  }

  private Result make(BackupSchedule schedule) {
    try {
      Set<String> parts =
          new LinkedHashSet<>(schedule.parts().isEmpty() ? backups.parts() : schedule.parts());
      String passphrase = schedules.passphrase(schedule);
      Duration limit = Duration.ofSeconds(schedule.timeLimit());
      Duration patience = limit.dividedBy(2);
      return new ScheduledBackup(backups.spool(), node, clock)
          .run(
              schedules.access(schedule),
              limit,
              out -> {
                try (NewArchive made = backups.make(parts, passphrase, new Progress(), patience)) {
                  made.writeTo(out);
                }
              });
    } catch (RuntimeException fault) {
      return Result.failed(fault.toString());
    }
  }

  private void finish(BackupSchedule schedule, long run, Result result) {
    if (result.outcome() == Outcome.DONE) {
      done.incrementAndGet();
      LOG.info(
          "Backup {} of {} octets is at its destination; {} older ones were removed.",
          result.fileName(),
          result.octets(),
          result.removed());
      tell(watcher -> watcher.succeeded(schedule.name()));
    } else if (stopping) {
      return; // whoever would keep the alarm is stopping as well: the next start tells of it
    } else {
      tellFailure(schedule.name(), result.detail());
    }
    schedules.end(run, result);
  }

  private void tellFailure(String schedule, String why) {
    failed.incrementAndGet();
    LOG.error("The scheduled backup {} failed: {}", schedule, why);
    tell(watcher -> watcher.failed(schedule, why));
  }

  private void tell(Consumer<BackupWatcher> news) {
    for (BackupWatcher watcher : watchers) {
      try {
        news.accept(watcher);
      } catch (RuntimeException refused) {
        LOG.error("{} does not take news of backups", watcher, refused);
      }
    }
  }

  /** How many backups of schedules reached their destination since the start. */
  public long done() {
    return done.get();
  }

  /** How many failed. */
  public long failed() {
    return failed.get();
  }

  /**
   * Tries whether backups would get to a destination, as {@link TargetTrial} does; leaves nothing
   * there.
   *
   * @return the folder that the first backup will make; empty when it is there
   * @throws TargetException what people can mend, such as a fingerprint to be confirmed
   * @throws IOException it failed otherwise
   */
  public String tryOut(TargetAccess access) throws IOException {
    try (BackupTarget target = access.open()) {
      return TargetTrial.run(target, backups.spool());
    }
  }
}
