package org.comuta.logging;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.comuta.archive.BackupPart;
import org.comuta.archive.JsonPart;
import org.comuta.archive.RestoreRequest;
import org.comuta.description.Problem;

/** How the exchange logs, syslog servers included, in backups. A trace is not. */
@Dependent
public class LogBackup {
  @Resource(lookup = "java:jboss/datasources/ComutaDS")
  private DataSource source;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public LogBackup() {}

  @Produces
  @Singleton
  BackupPart settings() {
    return settings(new LogSettingsStore(source));
  }

  static BackupPart settings(LogSettingsStore store) {
    return new JsonPart(
        "log-settings",
        new JsonPart.Settings() {
          @Override
          public JsonObject now() throws IOException {
            try {
              return LogSettingsJson.write(store.load().settings());
            } catch (SQLException away) {
              throw new IOException("the settings of the log cannot be read", away);
            }
          }

          @Override
          public List<Problem> check(JsonObject wanted, RestoreRequest request) {
            return LogSettingsJson.read(wanted).problems();
          }

          @Override
          public void keep(JsonObject wanted, RestoreRequest request) throws IOException {
            try {
              store.save(LogSettingsJson.read(wanted).value());
            } catch (SQLException away) {
              throw new IOException("the settings of the log cannot be kept", away);
            }
          }
        });
  }
}
