package org.comuta.backup;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tables of schedules and of what they made, within one transaction. */
final class ScheduleStore {
  private static final int LONGEST_DETAIL = 1_000;
  private static final int RUNS_KEPT = 500;

  private final EntityManager entities;

  ScheduleStore(EntityManager entities) {
    this.entities = entities;
  }

  /** All schedules, by name. */
  List<ScheduleEntity> all() {
    return entities
        .createQuery("select s from ScheduleEntity s order by s.name", ScheduleEntity.class)
        .getResultList();
  }

  @Nullable ScheduleEntity find(String name) {
    return entities.find(ScheduleEntity.class, name);
  }

  /** Keeps a schedule; from now on its moments count. */
  void put(String name, String body, Instant now) {
    ScheduleEntity there =
        entities.find(ScheduleEntity.class, name, LockModeType.PESSIMISTIC_WRITE);
    if (there == null) {
      entities.persist(new ScheduleEntity(name, body, now.truncatedTo(ChronoUnit.MICROS)));
    } else {
      there.body = body;
      there.handledUntil = now.truncatedTo(ChronoUnit.MICROS);
    }
  }

  /** Deletes a schedule, with what it made; false when there is none. */
  boolean delete(String name) {
    entities
        .createQuery("delete from RunEntity r where r.schedule = :name")
        .setParameter("name", name)
        .executeUpdate();
    return entities
            .createQuery("delete from ScheduleEntity s where s.name = :name")
            .setParameter("name", name)
            .executeUpdate()
        == 1;
  }

  /** Takes a moment for this server; false when another one has it already. */
  boolean claim(String name, Instant due) {
    return entities
            .createQuery(
                "update ScheduleEntity s set s.handledUntil = :due"
                    + " where s.name = :name and s.handledUntil < :due")
            .setParameter("due", due)
            .setParameter("name", name)
            .executeUpdate()
        == 1;
  }

  RunEntity begin(String schedule, String node, String requestedBy, Instant now) {
    RunEntity run = new RunEntity(schedule, node, requestedBy, now.truncatedTo(ChronoUnit.MICROS));
    entities.persist(run);
    entities.flush();
    return run;
  }

  void end(long id, BackupRun.Result result, Instant now) {
    RunEntity run = entities.find(RunEntity.class, id);
    if (run == null) {
      return; // its schedule is gone
    }
    run.outcome = result.outcome();
    run.endedAt = now.truncatedTo(ChronoUnit.MICROS);
    run.fileName = result.fileName();
    run.octets = result.octets();
    run.removed = result.removed();
    run.detail = shortened(result.detail());
    forgetOld(run.schedule);
  }

  private static String shortened(String text) {
    return text.length() > LONGEST_DETAIL ? text.substring(0, LONGEST_DETAIL) : text;
  }

  private void forgetOld(String schedule) {
    List<Long> oldest =
        entities
            .createQuery(
                "select r.id from RunEntity r where r.schedule = :schedule order by r.id desc",
                Long.class)
            .setParameter("schedule", schedule)
            .setFirstResult(RUNS_KEPT)
            .setMaxResults(1)
            .getResultList();
    if (!oldest.isEmpty()) {
      entities
          .createQuery("delete from RunEntity r where r.schedule = :schedule and r.id <= :id")
          .setParameter("schedule", schedule)
          .setParameter("id", oldest.getFirst())
          .executeUpdate();
    }
  }

  /** What this server left running when it was stopped has failed; the schedules of those runs. */
  Set<String> abandon(String node, Instant now) {
    List<RunEntity> left =
        entities
            .createQuery(
                "select r from RunEntity r where r.node = :node and r.outcome = :running",
                RunEntity.class)
            .setParameter("node", node)
            .setParameter("running", BackupRun.Outcome.RUNNING)
            .getResultList();
    for (RunEntity run : left) {
      run.outcome = BackupRun.Outcome.FAILED;
      run.endedAt = now.truncatedTo(ChronoUnit.MICROS);
      run.detail = BackupRun.STOPPED;
    }
    return left.stream().map(run -> run.schedule).collect(Collectors.toCollection(TreeSet::new));
  }

  /** What a schedule made, the last one first. */
  List<RunEntity> runs(String schedule, int offset, int limit) {
    return entities
        .createQuery(
            "select r from RunEntity r where r.schedule = :schedule order by r.id desc",
            RunEntity.class)
        .setParameter("schedule", schedule)
        .setFirstResult(offset)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Whether the last run of a schedule did what it was to do. */
  boolean isDone(String schedule) {
    List<RunEntity> last = runs(schedule, 0, 1);
    return !last.isEmpty() && last.getFirst().outcome == BackupRun.Outcome.DONE;
  }

  long countRuns(String schedule) {
    return entities
        .createQuery("select count(r) from RunEntity r where r.schedule = :schedule", Long.class)
        .setParameter("schedule", schedule)
        .getSingleResult();
  }
}
