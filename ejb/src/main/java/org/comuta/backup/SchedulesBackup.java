package org.comuta.backup;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.util.List;
import org.comuta.archive.BackupPart;
import org.comuta.archive.RestoreRequest;
import org.comuta.configuration.StoredObject;
import org.comuta.description.Problem;
import org.comuta.provisioning.KeptObjects;
import org.comuta.provisioning.ObjectsPart;

/** The schedules of backups, in backups. Any thread. */
@Dependent
public class SchedulesBackup implements KeptObjects {
  @EJB private SchedulesBean schedules;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public SchedulesBackup() {}

  @Produces
  @Singleton
  BackupPart part() {
    return new ObjectsPart("backup-schedules", ScheduleRules.KIND, this);
  }

  @Override
  public List<StoredObject> all(boolean withSecrets) {
    return schedules.export(withSecrets);
  }

  @Override
  public List<Problem> problems(String name, JsonObject body) {
    return schedules.problems(name, body);
  }

  @Override
  public void save(String name, JsonObject body, RestoreRequest request) {
    schedules.save(name, body);
  }

  @Override
  public void delete(String name, RestoreRequest request) {
    schedules.delete(name);
  }
}
