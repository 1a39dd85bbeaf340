package org.comuta.alarm;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.List;
import javax.sql.DataSource;
import org.comuta.archive.BackupPart;
import org.comuta.archive.JsonPart;
import org.comuta.archive.RestoreRequest;
import org.comuta.database.Sql;
import org.comuta.description.Json;
import org.comuta.description.Problem;

/** How long alarms of the past are kept, in backups. */
@Dependent
public class AlarmBackup {
  private static final String DAYS = "days";

  @Resource(lookup = "java:jboss/datasources/ComutaDS")
  private DataSource source;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public AlarmBackup() {}

  @Produces
  @Singleton
  BackupPart retention() {
    return retention(new AlarmStore(new Sql(source), ""));
  }

  static BackupPart retention(AlarmStore store) {
    return new JsonPart(
        "alarm-retention",
        new JsonPart.Settings() {
          @Override
          public JsonObject now() {
            return Json.object().add(DAYS, store.keptDays()).build();
          }

          @Override
          public List<Problem> check(JsonObject wanted, RestoreRequest request) {
            return AlarmsBean.check(days(wanted));
          }

          @Override
          public void keep(JsonObject wanted, RestoreRequest request) {
            store.keep(days(wanted));
          }
        });
  }

  private static int days(JsonObject wanted) {
    return wanted.get(DAYS) instanceof JsonNumber days && days.isIntegral()
        ? Math.clamp(days.longValue(), -1, Integer.MAX_VALUE)
        : -1;
  }
}
