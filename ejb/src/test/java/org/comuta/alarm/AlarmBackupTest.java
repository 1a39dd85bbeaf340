package org.comuta.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.comuta.archive.PartChange;
import org.comuta.archive.PartOfTests;
import org.comuta.archive.PartPlan;
import org.comuta.database.HibernateDatabase;
import org.comuta.database.Sql;
import org.comuta.schema.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlarmBackupTest {
  private final AlarmStore store;
  private final PartOfTests part;

  AlarmBackupTest(@TempDir Path spool) {
    DataSource database = HibernateDatabase.h2();
    Schema.migrate(database);
    store = new AlarmStore(new Sql(database), "here");
    part = new PartOfTests(AlarmBackup.retention(store), spool);
  }

  @Test
  void howLongAlarmsAreKeptComesBack() throws Exception {
    store.keep(77);
    byte[] backup = part.backup(null);
    store.keep(0);

    PartPlan plan = part.plan(backup, null);
    plan.restore();

    assertThat(plan.changes()).extracting(PartChange::kind).containsExactly("alarm-retention");
    assertThat(store.keptDays()).isEqualTo(77);
    assertThat(part.plan(backup, null).changes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"days\":-1}", "{\"days\":36501}", "{\"days\":99999999999}"})
  void whatIsNoNumberOfDaysIsTold(String wrong) throws Exception {
    assertThat(part.plan("alarm-retention.json", wrong).problems())
        .extracting(one -> one.problem().field())
        .containsExactly("days");
  }
}
