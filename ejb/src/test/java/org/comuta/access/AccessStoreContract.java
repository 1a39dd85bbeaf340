package org.comuta.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.comuta.database.HibernateDatabase;
import org.comuta.identity.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the table of the access lists must do on each database. */
abstract class AccessStoreContract {
  private HibernateDatabase database;

  abstract DataSource database();

  @BeforeEach
  void open() {
    database = new HibernateDatabase(database(), List.of(AccessEntity.class));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void save(AccessState state) {
    database.call(
        entities -> {
          AccessStore store = new AccessStore(entities);
          store.lock();
          store.save(state);
          return true;
        });
  }

  private AccessState load() {
    return database.call(entities -> new AccessStore(entities).load());
  }

  @Test
  void everybodyIsLetInAtFirst() {
    assertThat(load()).isEqualTo(new AccessState(0, AccessRules.SHIPPED, null));
  }

  @Test
  void aTrialIsKeptAndForgotten() {
    AccessRules rules =
        new AccessRules(
            List.of(
                new AccessRule(
                    Action.ALLOW, "192.0.2.0/24", List.of(Service.API), "escritório \"1\"")),
            Action.DENY);
    AccessState onTrial =
        load()
            .change(
                rules, new Actor("ana", "192.0.2.7"), Instant.parse("2026-03-01T12:00:00.123456Z"));
    save(onTrial);
    assertThat(load()).isEqualTo(onTrial);
    save(onTrial.confirm());
    assertThat(load()).isEqualTo(new AccessState(1, rules, null));
  }
}
