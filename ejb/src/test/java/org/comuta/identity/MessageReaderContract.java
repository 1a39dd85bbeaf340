package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.comuta.database.Sql;
import org.comuta.schema.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the broker finds of tokens: the same that {@link Rights} say. */
abstract class MessageReaderContract {
  private final Sql sql;
  private final IdentityFixture identity;

  MessageReaderContract(DataSource database) {
    Schema.migrate(database);
    sql = new Sql(database);
    identity = new IdentityFixture(sql);
  }

  static Stream<Arguments> everybody() {
    List<Arguments> all = new ArrayList<>();
    Rights little = new Rights(Level.READ, Level.READ, Level.NONE, Level.READ);
    for (Role role : Role.values()) {
      for (Rights scope : List.of(Rights.ALL, Rights.NONE, little)) {
        all.add(Arguments.of(role, OwnRights.NONE, scope));
        all.add(
            Arguments.of(
                role, new OwnRights(Level.READ, Level.NONE, Level.NONE, Level.FULL), scope));
        all.add(
            Arguments.of(
                role, new OwnRights(Level.NONE, Level.READ, Level.FULL, Level.NONE), scope));
      }
    }
    return all.stream();
  }

  private Token token(Rights scope, Instant expiresAt) {
    Token token = new Token("t", "maria", "", scope, Instant.now(), expiresAt, null, null);
    identity.tokens.insert(token, TokenSecret.hash("secret"));
    return token;
  }

  private List<String> roles() {
    return sql.query(
        "select role_name from message_reader_role where id = ? order by role_name",
        row -> row.getString(1),
        "t");
  }

  private List<String> hashes() {
    return sql.query(
        "select secret_hash from message_reader where id = ?", row -> row.getString(1), "t");
  }

  @ParameterizedTest(name = "{0} with {1}, token for {2}")
  @MethodSource("everybody")
  void aTopicIsForThoseWhoMaySeeIt(Role role, OwnRights own, Rights scope) {
    UserChange change = new UserChange("maria", "", role, own, true, IdentityFixture.PASSWORD);
    identity.users.save(change, Rights.ALL);
    Token token = token(scope, Instant.now().plus(Duration.ofDays(1)));
    Rights rights = token.rightsWhile(change.effectiveRights());
    List<String> expected = new ArrayList<>();
    if (rights.granted().contains(Right.SEE_CONFIGURATION)
        && rights.granted().contains(Right.SEE_ADMINISTRATION)) {
      expected.add("comuta-administration");
    }
    if (rights.granted().contains(Right.SEE_MONITORING)) {
      expected.add("comuta-events");
    }
    assertThat(roles()).isEqualTo(expected);
    assertThat(hashes()).containsExactly(TokenSecret.hash("secret"));
  }

  @Test
  void aTokenThatExpiredOrWhoseUserIsDisabledCountsForNothing() {
    identity.save("maria", Role.ADMINISTRATOR, true);
    token(Rights.ALL, Instant.now().minusSeconds(1));
    assertThat(hashes()).isEmpty();
    identity.tokens.delete("t");
    token(Rights.ALL, Instant.now().plusSeconds(3_600));
    assertThat(hashes()).hasSize(1);
    identity.save("maria", Role.ADMINISTRATOR, false);
    assertThat(hashes()).isEmpty();
  }
}
