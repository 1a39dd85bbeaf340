package org.comuta.identity;

import java.util.List;
import org.comuta.archive.Column;
import org.comuta.archive.Table;

/** The tables of users and tokens, as they are in backups. */
final class IdentityTables {
  private static final String USERS = "user_account";
  private static final String USER_NAME = "user_name";
  private static final String NAME = "[a-z0-9][a-z0-9_.-]{0,63}";
  private static final String PRINTABLE = "\\P{Cntrl}*";
  private static final String BCRYPT = "\\$2[abxy]\\$[0-9]{2}\\$[./A-Za-z0-9]{53}";
  private static final String SHA_256 = "[0-9a-f]{64}";

  private IdentityTables() {}

  /** Users with all that makes their sign-in. */
  static List<Table> users() {
    return List.of(accounts(), earlierPasswords(), secondFactors(), recoveryCodes());
  }

  private static Table accounts() {
    return Table.of(
            USERS,
            "user",
            List.of("name"),
            Column.text("name", 64).matching(NAME),
            Column.text("full_name", 255).matching(PRINTABLE),
            Column.choice("role", Role.class),
            Column.choice("configuration_level", Level.class).orNull(),
            Column.choice("monitoring_level", Level.class).orNull(),
            Column.choice("diagnostics_level", Level.class).orNull(),
            Column.choice("administration_level", Level.class).orNull(),
            Column.truth("enabled"),
            Column.text("password_hash", 100).matching(BCRYPT).orNull().unseen(),
            Column.choice("origin", Origin.Kind.class).otherwise(Origin.Kind.LOCAL.name()),
            Column.text("origin_name", 64).otherwise(""),
            Column.text("origin_subject", 1_000).otherwise(""),
            Column.truth("origin_present").otherwise(true),
            Column.moment("created_at"),
            Column.moment("changed_at"),
            Column.moment("password_changed_at"),
            Column.truth("must_change_password"),
            Column.truth("second_factor"))
        .owned("name");
  }

  private static Table earlierPasswords() {
    return Table.of(
            "earlier_password",
            "earlier-password",
            List.of(USER_NAME, "password_hash", "replaced_at"),
            Column.text(USER_NAME, 64).matching(NAME),
            Column.text("password_hash", 100).matching(BCRYPT).unseen(),
            Column.moment("replaced_at"))
        .ownedBy(USER_NAME, USERS);
  }

  private static Table secondFactors() {
    return Table.of(
            "second_factor",
            "second-factor",
            List.of(USER_NAME),
            Column.text(USER_NAME, 64).matching(NAME),
            Column.text("sealed_key", 255)
                .sealedAt(row -> SecondFactors.place(String.valueOf(row.get(USER_NAME)))),
            Column.truth("confirmed"),
            Column.number("last_step").forNewRows())
        .ownedBy(USER_NAME, USERS);
  }

  private static Table recoveryCodes() {
    return Table.of(
            "recovery_code",
            "recovery-code",
            List.of(USER_NAME, "code_hash"),
            Column.text(USER_NAME, 64).matching(NAME),
            Column.text("code_hash", 64).matching(SHA_256).unseen())
        .ownedBy(USER_NAME, USERS);
  }

  /** Bearer tokens, by their hashes. */
  static List<Table> tokens() {
    return List.of(
        Table.of(
                "api_token",
                "token",
                List.of("id"),
                Column.text("id", 36).matching("[0-9a-f-]{36}"),
                Column.text(USER_NAME, 64).matching(NAME),
                Column.text("description", 255).matching(PRINTABLE),
                Column.text("secret_hash", 64).matching(SHA_256).unseen(),
                Column.choice("scope_configuration", Level.class),
                Column.choice("scope_monitoring", Level.class),
                Column.choice("scope_diagnostics", Level.class),
                Column.choice("scope_administration", Level.class),
                Column.moment("created_at"),
                Column.moment("expires_at"))
            .ownedBy(USER_NAME, USERS));
  }

  /** Public keys of SSH. */
  static List<Table> sshKeys() {
    return List.of(
        Table.of(
                "ssh_key",
                "ssh-key",
                List.of("id"),
                Column.text("id", 36).matching("[0-9a-f-]{36}"),
                Column.text(USER_NAME, 64).matching(NAME),
                Column.text("type", 32).matching("[a-z0-9-]+"),
                Column.text("encoded", 4_000).matching("[A-Za-z0-9+/]+={0,2}"),
                Column.text("fingerprint", 64).matching("SHA256:[A-Za-z0-9+/]+"),
                Column.text("description", 255).matching(PRINTABLE),
                Column.moment("created_at"))
            .ownedBy(USER_NAME, USERS));
  }
}
