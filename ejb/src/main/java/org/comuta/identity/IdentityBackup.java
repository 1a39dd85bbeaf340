package org.comuta.identity;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.comuta.archive.BackupPart;
import org.comuta.archive.RestoreRequest;
import org.comuta.archive.TablePart;
import org.comuta.database.Sql;
import org.comuta.secret.Secrets;

/** What users, tokens, the rules of sign-in, directories and providers have in backups. */
@Dependent
public class IdentityBackup {
  @Resource(lookup = "java:jboss/datasources/ComutaDS")
  private DataSource source;

  @Inject private Secrets secrets;
  @Inject private IdentityParts parts;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public IdentityBackup() {}

  @Produces
  @Singleton
  BackupPart users() {
    return users(source, secrets, parts::forgetWhenCommitted);
  }

  @Produces
  @Singleton
  BackupPart tokens() {
    return tokens(source, secrets, parts::forgetWhenCommitted);
  }

  @Produces
  @Singleton
  BackupPart sshKeys() {
    return sshKeys(source, secrets);
  }

  @Produces
  @Singleton
  BackupPart security() {
    return SecurityBackup.part(parts.policies, parts.audit, parts::forgetWhenCommitted);
  }

  @Produces
  @Singleton
  BackupPart directories() {
    return SettingsBackup.directories(parts.settings, parts.store, parts::forgetWhenCommitted);
  }

  @Produces
  @Singleton
  BackupPart providers() {
    return SettingsBackup.providers(parts.settings, parts.store, parts::forgetWhenCommitted);
  }

  static BackupPart users(DataSource source, Secrets secrets, Runnable changed) {
    Sql sql = new Sql(source);
    return new TablePart(
        "users",
        BackupPart.FIRST,
        source,
        secrets,
        IdentityTables.users(),
        request -> settle(sql, request, changed));
  }

  static BackupPart tokens(DataSource source, Secrets secrets, Runnable changed) {
    return new TablePart(
        "tokens",
        BackupPart.LATER,
        source,
        secrets,
        IdentityTables.tokens(),
        request -> changed.run());
  }

  static BackupPart sshKeys(DataSource source, Secrets secrets) {
    return new TablePart(
        "ssh-keys", BackupPart.LATER, source, secrets, IdentityTables.sshKeys(), request -> {});
  }

  // Sign-in must not ask for a code of a key that is not here; sessions began with what was before.
  private static void settle(Sql sql, RestoreRequest request, Runnable changed) {
    sql.change(
        "update user_account set second_factor = false where second_factor = true and not exists"
            + " (select 1 from second_factor f where f.user_name = user_account.name"
            + " and f.confirmed = true)");
    sql.change("delete from portal_session where user_name <> ?", request.user());
    changed.run();
  }
}
