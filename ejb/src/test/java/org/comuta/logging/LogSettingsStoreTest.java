package org.comuta.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.comuta.database.HibernateDatabase;
import org.comuta.database.PostgresServer;
import org.comuta.logging.LogSettingsStore.Kept;
import org.comuta.logging.line.LogComponent;
import org.comuta.logging.line.LogLevel;
import org.comuta.schema.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

class LogSettingsStoreTest {
  private static void keepsWhatIsSaved(DataSource database) throws SQLException {
    Schema.migrate(database);
    LogSettingsStore store = new LogSettingsStore(database);
    assertThat(store.load()).isEqualTo(Kept.NOTHING);
    LogSettings settings =
        new LogSettings(
            Map.of(LogComponent.SIP, LogLevel.DEBUG),
            Set.of(LogComponent.MEDIA),
            5,
            50,
            7,
            List.of(LogSettingsTest.TARGET));
    TraceSwitch trace =
        TraceSwitch.of(
            Set.of(LogComponent.SIP_MESSAGES, LogComponent.MEDIA_MESSAGES), 10, Instant.now());
    store.save(settings);
    store.save(trace);
    assertThat(store.load()).isEqualTo(new Kept(settings, trace));
    store.save(LogSettings.SHIPPED);
    store.save(TraceSwitch.OFF);
    assertThat(store.load()).isEqualTo(Kept.NOTHING);
  }

  @Test
  void inH2() throws SQLException {
    keepsWhatIsSaved(HibernateDatabase.h2());
  }

  @Test
  @ExtendWith(PostgresServer.Starter.class)
  void inPostgres(PostgresServer server) throws SQLException {
    keepsWhatIsSaved(server.newDatabaseWithTables());
  }
}
