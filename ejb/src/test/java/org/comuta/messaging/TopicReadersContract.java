package org.comuta.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.comuta.database.Sql;
import org.comuta.schema.Schema;
import org.junit.jupiter.api.Test;

/** What tokens may read, by the views of the database. */
abstract class TopicReadersContract {
  private static final Duration DAY = Duration.ofDays(1);

  private final Sql sql;
  private final TopicReaders readers;

  TopicReadersContract(DataSource database) {
    Schema.migrate(database);
    sql = new Sql(database);
    readers = new TopicReaders(sql);
    Instant now = Instant.now();
    sql.change(
        "insert into user_account (name, full_name, role, enabled, password_hash, created_at,"
            + " changed_at, password_changed_at) values ('maria', '', 'ADMINISTRATOR', true, '', ?,"
            + " ?, ?)",
        now,
        now,
        now);
    token("all", "FULL", "FULL", DAY);
    token("watches", "READ", "NONE", DAY);
    token("neither", "NONE", "READ", DAY);
    token("expired", "FULL", "FULL", DAY.negated());
  }

  private void token(String id, String monitoring, String configuration, Duration lifetime) {
    Instant now = Instant.now();
    sql.change(
        "insert into api_token (id, user_name, description, secret_hash, created_at, expires_at,"
            + " scope_monitoring, scope_configuration, scope_administration)"
            + " values (?, 'maria', '', ?, ?, ?, ?, ?, ?)",
        id,
        id,
        now,
        now.plus(lifetime),
        monitoring,
        configuration,
        monitoring.equals("FULL") ? "FULL" : "NONE");
  }

  private Map<String, Set<String>> topics() {
    return readers.topics(List.of("all", "watches", "neither", "expired", "unknown"));
  }

  @Test
  void eachTokenThatCountsHasItsTopics() {
    assertThat(topics())
        .isEqualTo(
            Map.of(
                "all", Set.of(Topics.EVENTS, Topics.ADMINISTRATION),
                "watches", Set.of(Topics.EVENTS),
                "neither", Set.of()));
    assertThat(readers.topics(List.of("watches"))).containsOnlyKeys("watches");
    assertThat(readers.topics(List.of())).isEmpty();
  }

  @Test
  void aUserWhoLosesTheRightTakesItFromTheTokens() {
    sql.change("update user_account set monitoring_level = 'NONE'");
    assertThat(topics().get("all")).containsExactly(Topics.ADMINISTRATION);
    assertThat(topics().get("watches")).isEmpty();
  }

  @Test
  void noTokenOfADisabledUserCounts() {
    sql.change("update user_account set enabled = false");
    assertThat(topics()).isEmpty();
  }
}
