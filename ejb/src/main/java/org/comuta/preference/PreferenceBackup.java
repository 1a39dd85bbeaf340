package org.comuta.preference;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import javax.sql.DataSource;
import org.comuta.archive.BackupPart;
import org.comuta.archive.Column;
import org.comuta.archive.Table;
import org.comuta.archive.TablePart;
import org.comuta.secret.Secrets;

/** What users chose, in backups. */
@Dependent
public class PreferenceBackup {
  @Resource(lookup = "java:jboss/datasources/ComutaDS")
  private DataSource source;

  @Inject private Secrets secrets;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public PreferenceBackup() {}

  @Produces
  @Singleton
  BackupPart preferences() {
    return preferences(source, secrets);
  }

  static BackupPart preferences(DataSource source, Secrets secrets) {
    Table choices =
        Table.of(
                "user_preference",
                "preference",
                List.of("user_name", "name"),
                Column.text("user_name", 64),
                Column.text("name", 64),
                Column.text("choice", 4_000))
            .ownedBy("user_name", "user_account");
    return new TablePart(
        "preferences", BackupPart.LATER, source, secrets, List.of(choices), request -> {});
  }
}
