package org.comuta.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.comuta.backup.BackupRun.Outcome;
import org.comuta.backup.BackupRun.Result;
import org.comuta.database.HibernateDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the tables of schedules must do on each database. */
abstract class ScheduleStoreContract {
  private static final Instant NOW = Instant.parse("2026-03-10T03:00:00.123456Z");
  private static final String BODY = "{\"name\":\"nightly\"}";

  private HibernateDatabase database;

  abstract DataSource database();

  @BeforeEach
  void open() {
    database = new HibernateDatabase(database(), List.of(ScheduleEntity.class, RunEntity.class));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private <R> R with(Function<ScheduleStore, R> work) {
    return database.call(entities -> work.apply(new ScheduleStore(entities)));
  }

  private boolean claim(String name, Instant due) {
    return with(store -> store.claim(name, due));
  }

  private boolean delete() {
    return with(store -> store.delete("nightly"));
  }

  private long count() {
    return with(store -> store.countRuns("nightly"));
  }

  private Set<String> abandon() {
    return with(store -> store.abandon("n1", NOW));
  }

  private long begin(String node, String user) {
    return with(store -> store.begin("nightly", node, user, NOW).id);
  }

  private void put(Instant now) {
    with(
        store -> {
          store.put("nightly", BODY, now);
          return true;
        });
  }

  private void end(long run, Result result) {
    with(
        store -> {
          store.end(run, result, NOW.plusSeconds(9));
          return true;
        });
  }

  private List<BackupRun> runs() {
    return with(store -> store.runs("nightly", 0, 1_000).stream().map(RunEntity::view).toList());
  }

  @Test
  void aMomentIsTakenByOneServerOnly() {
    put(NOW);

    assertThat(claim("nightly", NOW)).isFalse();
    assertThat(claim("nightly", NOW.plusSeconds(60))).isTrue();
    assertThat(claim("nightly", NOW.plusSeconds(60))).isFalse();
    assertThat(claim("nightly", NOW.plusSeconds(30))).isFalse();
    assertThat(claim("other", NOW.plusSeconds(90))).isFalse();
  }

  private boolean isDone() {
    return with(store -> store.isDone("nightly"));
  }

  @Test
  void theLastRunTellsWhetherABackupIsDone() {
    put(NOW);
    assertThat(isDone()).isFalse();

    end(begin("n1", ""), new Result(Outcome.DONE, "a.tar.gz", 1, 0, ""));
    assertThat(isDone()).isTrue();

    long next = begin("n2", "");
    assertThat(isDone()).isFalse();
    end(next, Result.failed("full"));
    assertThat(isDone()).isFalse();
  }

  @Test
  void afterAChangeOnlyTheMomentsToComeCount() {
    put(NOW);
    put(NOW.plusSeconds(100));

    List<ScheduleEntity> all = with(ScheduleStore::all);
    assertThat(all).hasSize(1);
    assertThat(claim("nightly", NOW.plusSeconds(60))).isFalse();
  }

  @Test
  void aRunIsWrittenDownFromItsBeginToItsEnd() {
    put(NOW);
    long run = begin("n1", "maria");
    assertThat(runs())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.outcome()).isEqualTo(Outcome.RUNNING);
              assertThat(one.requestedBy()).isEqualTo("maria");
              assertThat(one.endedAt()).isNull();
            });

    end(run, new Result(Outcome.DONE, "a.tar.gz", 7, 2, ""));
    assertThat(runs())
        .containsExactly(
            new BackupRun(
                run,
                "nightly",
                "n1",
                "maria",
                NOW,
                NOW.plusSeconds(9),
                Outcome.DONE,
                "a.tar.gz",
                7,
                2,
                ""));
  }

  @Test
  void aLongReasonIsCut() {
    put(NOW);
    long run = begin("n1", "");
    end(run, Result.failed("x".repeat(5_000)));

    assertThat(runs().getFirst().detail()).hasSize(1_000);
  }

  @Test
  void whatAServerLeftRunningHasFailed() {
    put(NOW);
    begin("n1", "");
    begin("n2", "");

    assertThat(abandon()).containsExactly("nightly");
    assertThat(runs())
        .extracting(BackupRun::outcome, BackupRun::detail)
        .containsExactly(
            tuple(Outcome.RUNNING, ""), tuple(Outcome.FAILED, "The server was stopped meanwhile."));
    assertThat(abandon()).isEmpty();
  }

  @Test
  void onlyTheLastRunsAreKept() {
    put(NOW);
    long last = 0;
    for (int i = 0; i < 503; i++) {
      last = begin("n1", "");
    }
    end(last, Result.failed("no"));

    assertThat(runs()).hasSize(500).first().extracting(BackupRun::id).isEqualTo(last);
    assertThat(count()).isEqualTo(500);
  }

  @Test
  void aScheduleGoesWithItsRuns() {
    put(NOW);
    long run = begin("n1", "");

    assertThat(delete()).isTrue();
    assertThat(delete()).isFalse();
    assertThat(runs()).isEmpty();
    end(run, Result.failed("its schedule is gone"));
    assertThat(runs()).isEmpty();
  }
}
