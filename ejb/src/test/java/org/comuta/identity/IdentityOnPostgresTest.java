package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comuta.identity.IdentityFixture.PASSWORD;

import java.time.Duration;
import javax.sql.DataSource;
import org.assertj.core.groups.Tuple;
import org.comuta.database.PostgresServer;
import org.comuta.database.Sql;
import org.comuta.schema.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.Starter.class)
class IdentityOnPostgresTest {
  private final Sql sql;

  IdentityOnPostgresTest(PostgresServer server) {
    DataSource database = server.newDatabaseWithTables();
    Schema.migrate(database);
    sql = new Sql(database);
  }

  @Test
  void usersTokensAndTheAuditLogAreKeptThereToo() {
    IdentityFixture identity = new IdentityFixture(sql);
    Users users = identity.users;
    SettableClock clock = identity.clock;
    assertThat(
            users.save(
                new UserChange("maria", "Maria", Role.OPERATOR, OwnRights.NONE, true, PASSWORD),
                Rights.ALL))
        .isInstanceOf(UserOutcome.Created.class);
    assertThat(users.delete("admin", Rights.ALL)).isInstanceOf(UserOutcome.LastAdministrator.class);
    assertThat(users.all()).extracting(User::name).containsExactly("admin", "maria");

    TokenStore tokens = new TokenStore(sql);
    Token token =
        new Token(
            "t1",
            "maria",
            "",
            new Rights(Level.READ, Level.FULL, Level.NONE, Level.NONE),
            clock.instant(),
            clock.instant().plus(Duration.ofDays(1)),
            null,
            null);
    tokens.insert(token, TokenSecret.hash("secret"));
    assertThat(tokens.all("maria", clock.instant())).containsExactly(token);
    assertThat(tokens.findBySecret(TokenSecret.hash("secret"))).isEqualTo(token);
    tokens.used("t1", clock.instant(), "192.0.2.1");
    assertThat(tokens.all("maria", clock.instant()))
        .extracting(Token::lastUsedAt, Token::lastUsedAddress)
        .containsExactly(Tuple.tuple(clock.instant(), "192.0.2.1"));
    PortalSession session =
        identity.sessions.begin("maria", SessionKind.PORTAL, "192.0.2.1", "Browser/1");
    assertThat(identity.sessions.find(session.id(), true)).isEqualTo(users.find("maria"));
    assertThat(identity.sessions.all("maria")).containsExactly(session);
    users.setOwnPassword("maria", identity.hasher.hash("another long one"), session.id());
    assertThat(identity.store.earlierPasswords("maria", 3)).hasSize(1);
    assertThat(identity.sessions.all("maria")).containsExactly(session);

    SignInPolicy policy = IdentityFixture.with(SignInPolicy.Amount.ATTEMPTS, 3);
    new PolicyStore(sql).save(policy);
    assertThat(new PolicyStore(sql).load()).isEqualTo(policy);

    assertThat(users.delete("maria", Rights.ALL)).isInstanceOf(UserOutcome.Deleted.class);
    assertThat(tokens.find("t1")).isNull();
    assertThat(identity.sessions.all(null)).isEmpty();

    AuditLog audit = identity.audit;
    for (int i = 0; i < 3; i++) {
      audit.write(
          Actor.SERVER,
          AuditAction.USER_SAVE,
          "user",
          "u" + i + "\0" + "x".repeat(300),
          AuditEntry.Outcome.DONE,
          "");
    }
    assertThat(audit.count(AuditQuery.ALL)).isEqualTo(3);
    assertThat(audit.page(AuditQuery.ALL, 1, 2))
        .extracting(entry -> entry.object().substring(0, 3))
        .containsExactly("u1?", "u0?");
    AuditVerification verification = AuditVerifier.verify(audit);
    assertThat(verification.problem()).isNull();
    assertThat(verification.entries()).isEqualTo(3);
    sql.change("update audit_entry set user_name = 'somebody' where id = ?", verification.lastId());
    assertThat(AuditVerifier.verify(audit).brokenAt()).isEqualTo(verification.lastId());
  }
}
