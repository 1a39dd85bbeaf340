package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import javax.sql.DataSource;
import org.comuta.database.PostgresServer;
import org.comuta.schema.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.Starter.class)
class IdentityOnPostgresTest {
  private static final String PASSWORD = "correct horse battery";

  private final SettableClock clock = new SettableClock();
  private final Sql sql;

  IdentityOnPostgresTest(PostgresServer server) {
    DataSource database = server.newDatabase();
    Schema.migrate(database);
    sql = new Sql(database);
  }

  @Test
  void usersTokensAndTheAuditLogAreKeptThereToo() {
    Users users = new Users(new UserStore(sql), new PasswordHasher(4, 2, 1_000), clock);
    assertThat(users.createFirst("admin", PASSWORD)).isTrue();
    assertThat(users.save(new UserChange("maria", "Maria", Role.OPERATOR, true, PASSWORD)))
        .isInstanceOf(UserOutcome.Created.class);
    assertThat(users.delete("admin")).isInstanceOf(UserOutcome.LastAdministrator.class);
    assertThat(users.all()).extracting(User::name).containsExactly("admin", "maria");

    TokenStore tokens = new TokenStore(sql);
    Token token =
        new Token("t1", "maria", "", clock.instant(), clock.instant().plus(Duration.ofDays(1)));
    tokens.insert(token, TokenSecret.hash("secret"));
    assertThat(tokens.all("maria", clock.instant())).containsExactly(token);
    assertThat(tokens.findUser(TokenSecret.hash("secret"), clock.instant()))
        .isEqualTo(users.find("maria"));
    assertThat(users.delete("maria")).isInstanceOf(UserOutcome.Deleted.class);
    assertThat(tokens.find("t1")).isNull();

    AuditLog audit = new AuditLog(sql, clock);
    for (int i = 0; i < 3; i++) {
      audit.write(
          Actor.SERVER,
          AuditAction.USER_SAVE,
          "user",
          "u" + i + "\0" + "x".repeat(300),
          AuditEntry.Outcome.DONE,
          "");
    }
    assertThat(audit.size()).isEqualTo(3);
    assertThat(audit.page(1, 2))
        .extracting(entry -> entry.object().substring(0, 3))
        .containsExactly("u1?", "u0?");
  }
}
