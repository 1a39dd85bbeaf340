package org.comuta.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.comuta.archive.ArchiveException;
import org.comuta.archive.PartChange;
import org.comuta.archive.PartOfTests;
import org.comuta.archive.PartPlan;
import org.comuta.database.HibernateDatabase;
import org.comuta.logging.line.LogComponent;
import org.comuta.logging.line.LogLevel;
import org.comuta.schema.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogBackupTest {
  private final LogSettingsStore store;
  private final PartOfTests part;

  LogBackupTest(@TempDir Path spool) {
    DataSource database = HibernateDatabase.h2();
    Schema.migrate(database);
    store = new LogSettingsStore(database);
    part = new PartOfTests(LogBackup.settings(store), spool);
  }

  @Test
  void settingsComeBackWithTheirSyslogServers() throws Exception {
    LogSettings settings =
        new LogSettings(
            Map.of(LogComponent.SIP, LogLevel.DEBUG),
            Set.of(LogComponent.MEDIA),
            5,
            50,
            7,
            List.of(LogSettingsTest.TARGET));
    store.save(settings);
    byte[] backup = part.backup(null);
    store.save(LogSettings.SHIPPED);

    PartPlan plan = part.plan(backup, null);
    plan.restore();

    assertThat(plan.problems()).isEmpty();
    assertThat(plan.changes()).extracting(PartChange::kind).containsExactly("log-settings");
    assertThat(store.load().settings()).isEqualTo(settings);
    assertThat(part.plan(backup, null).changes()).isEmpty();
  }

  @Test
  void whatBreaksTheRulesIsTold() throws Exception {
    assertThat(part.plan("log-settings.json", "{\"nothing\":1}").problems())
        .extracting(one -> one.problem().field())
        .containsExactly("nothing");
  }

  @Test
  void whatIsNoObjectIsRefused() {
    assertThatThrownBy(() -> part.plan("log-settings.json", "nothing"))
        .isInstanceOf(ArchiveException.class);
  }
}
