package org.comuta.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.comuta.database.HibernateDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the table of preferences must do on each database. */
abstract class PreferenceStoreContract {
  private HibernateDatabase database;

  abstract DataSource database();

  @BeforeEach
  void open() {
    database = new HibernateDatabase(database(), List.of(PreferenceEntity.class));
    for (String user : List.of("ana", "rui")) {
      change(
          "insert into user_account (name, full_name, role, enabled, password_hash, created_at,"
              + " changed_at, password_changed_at) values ('"
              + user
              + "', '', 'OPERATOR', true, '', now(), now(), now())");
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void change(String statement) {
    database.call(entities -> entities.createNativeQuery(statement).executeUpdate());
  }

  private void put(String user, Preferences preferences) {
    database.call(
        entities -> {
          new PreferenceStore(entities).put(user, preferences);
          return true;
        });
  }

  private void put(String user, String name, @Nullable String choice) {
    database.call(
        entities -> {
          new PreferenceStore(entities).put(user, name, choice);
          return true;
        });
  }

  private Map<String, String> all(String user) {
    return database.call(entities -> new PreferenceStore(entities).all(user));
  }

  @Test
  void eachUserHasPreferencesOfTheirOwn() {
    put("ana", new Preferences("es", "UTC", Theme.DARK));
    assertThat(Preferences.of(all("ana"))).isEqualTo(new Preferences("es", "UTC", Theme.DARK));
    assertThat(Preferences.of(all("rui"))).isEqualTo(Preferences.NONE);
  }

  @Test
  void whatIsNotChosenAnyMoreIsForgottenAndWhatThePortalRemembersStays() {
    put("ana", "navigation.rail", "true");
    put("ana", new Preferences("es", "UTC", Theme.DARK));
    put("ana", new Preferences(null, "UTC", Theme.SYSTEM));
    assertThat(all("ana"))
        .containsExactlyInAnyOrderEntriesOf(Map.of("timeZone", "UTC", "navigation.rail", "true"));
    put("ana", "navigation.rail", null);
    put("ana", "navigation.rail", null);
    assertThat(all("ana")).containsOnlyKeys("timeZone");
  }

  @Test
  void theyGoWithTheirUser() {
    put("ana", "navigation.rail", "true");
    put("rui", "navigation.rail", "true");
    change("delete from user_account where name = 'ana'");
    assertThat(all("ana")).isEmpty();
    assertThat(all("rui")).hasSize(1);
  }
}
