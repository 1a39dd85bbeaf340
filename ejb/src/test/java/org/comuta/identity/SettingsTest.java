package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.file.Path;
import org.assertj.core.groups.Tuple;
import org.comuta.configuration.Change;
import org.comuta.configuration.Edit;
import org.comuta.configuration.Editor;
import org.comuta.configuration.InvalidConfigurationException;
import org.comuta.configuration.NotFoundException;
import org.comuta.configuration.Saved;
import org.comuta.configuration.StaleObjectException;
import org.comuta.database.Sql;
import org.comuta.identity.directory.Directory;
import org.comuta.secret.Secret;
import org.comuta.secret.Secrets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  private static final Actor ACTOR = new Actor("admin", "192.0.2.1");
  private static final Edit EDIT = Edit.by(new Editor("admin", "192.0.2.1"));

  @TempDir Path folder;
  private final Sql sql = IdentityDatabase.create();
  private Secrets secrets;
  private Settings settings;

  @BeforeEach
  void begin() {
    secrets = Secrets.keptIn(folder.resolve("secret-keys"));
    settings =
        new Settings(new SettingStore(sql), SettingKinds.catalogue(), secrets, new SettableClock());
  }

  private static JsonObjectBuilder directory() {
    return Json.createObjectBuilder()
        .add("name", "office")
        .add("hosts", Json.createArrayBuilder().add("ldap.example.com"))
        .add("baseDn", "dc=example,dc=com")
        .add("bindDn", "cn=comuta,dc=example,dc=com")
        .add("bindPassword", "the password")
        .add("operatorGroups", Json.createArrayBuilder().add("staff"));
  }

  private Saved put(JsonObject body, Edit edit) {
    return settings.put("directory", "office", body, edit, ACTOR);
  }

  private String bindPassword() {
    Directory kept = settings.all(Directory.class).getFirst();
    return kept.bindPassword().open(secrets, Secret.place("directory", "office", "bindPassword"));
  }

  @Test
  void aSecretIsSealedAndNeverTold() {
    Saved saved = put(directory().build(), EDIT);
    assertThat(saved.change()).isEqualTo(Change.CREATED);
    assertThat(saved.object().body().getString("bindPassword")).isEqualTo(Secret.MASK);
    assertThat(settings.get("directory", "office").body().getString("bindPassword"))
        .isEqualTo(Secret.MASK);
    assertThat(sql.query("select body from setting", row -> row.getString("body")))
        .noneMatch(body -> body.contains("the password"));
    assertThat(bindPassword()).isEqualTo("the password");
  }

  @Test
  void aSecretThatIsNotGivenAgainIsKept() {
    put(directory().build(), EDIT);
    put(directory().remove("bindPassword").add("priority", 7).build(), EDIT);
    assertThat(bindPassword()).isEqualTo("the password");
    put(directory().add("bindPassword", Secret.MASK).build(), EDIT);
    assertThat(bindPassword()).isEqualTo("the password");
  }

  @Test
  void eachChangeIsAVersionAndNobodyOverwritesUnawares() {
    assertThat(put(directory().build(), EDIT).object().revision()).isEqualTo(1);
    assertThat(put(directory().build(), EDIT).change()).isEqualTo(Change.UNCHANGED);
    JsonObject other = directory().add("enabled", false).build();
    assertThat(put(other, EDIT.expecting(1)).object().revision()).isEqualTo(2);
    assertThatThrownBy(() -> put(directory().build(), EDIT.expecting(1)))
        .isInstanceOf(StaleObjectException.class);
    assertThatThrownBy(() -> put(directory().build(), EDIT.expecting(0)))
        .isInstanceOf(StaleObjectException.class);
    assertThat(settings.lastChange("directory", "office").author()).isEqualTo("admin");
  }

  @Test
  void whatIsWrongIsToldByField() {
    JsonObject wrong =
        directory()
            .add("baseDn", "no dn")
            .add("userFilter", "(uid={0}")
            .add("security", "NONE")
            .add("connectTimeout", 20)
            .add("operatorGroups", Json.createArrayBuilder())
            .build();
    assertThatThrownBy(() -> put(wrong, EDIT))
        .isInstanceOfSatisfying(
            InvalidConfigurationException.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(one -> one.problem().field(), one -> one.problem().code())
                    .containsExactly(
                        Tuple.tuple("baseDn", "syntax"),
                        Tuple.tuple("userFilter", "conflict"),
                        Tuple.tuple("security", "conflict"),
                        Tuple.tuple("administratorGroups", "conflict"),
                        Tuple.tuple("connectTimeout", "conflict")));
    assertThat(settings.list("directory")).isEmpty();
  }

  @Test
  void whatIsDeletedIsGone() {
    put(directory().build(), EDIT);
    settings.delete("directory", "office", EDIT);
    assertThatThrownBy(() -> settings.get("directory", "office"))
        .isInstanceOf(NotFoundException.class);
  }
}
