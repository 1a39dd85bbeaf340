package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import javax.sql.DataSource;
import org.comuta.configuration.Edit;
import org.comuta.configuration.Editor;
import org.comuta.database.Sql;
import org.comuta.secret.Secrets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of people whose directory or provider is disabled or deleted. */
class FormerOriginsTest {
  private static final String HERE = "192.0.2.1";
  private static final Edit EDIT = Edit.by(new Editor("admin", HERE));

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private IdentityParts parts;
  private UserStore users;

  @BeforeEach
  void begin() {
    DataSource source = IdentityDatabase.source();
    users = new UserStore(new Sql(source));
    parts =
        new IdentityParts(
            source,
            new NoTransactions(),
            Secrets.keptIn(folder.resolve("secret-keys")),
            SignInWatch.NONE,
            "here",
            clock);
    directory(true);
    provider(true);
    known("maria", Origin.Kind.DIRECTORY);
    known("joao", Origin.Kind.PROVIDER);
  }

  private void directory(boolean enabled) {
    put(
        "directory",
        Json.createObjectBuilder()
            .add("enabled", enabled)
            .add("hosts", Json.createArrayBuilder().add("ldap.example.com"))
            .add("baseDn", "dc=example,dc=com")
            .add("operatorGroups", Json.createArrayBuilder().add("staff"))
            .build());
  }

  private void provider(boolean enabled) {
    put(
        "identity-provider",
        Json.createObjectBuilder()
            .add("enabled", enabled)
            .add("label", "Office")
            .add("issuer", "https://login.example.com")
            .add("clientId", "c")
            .add("clientSecret", "s")
            .add("portalAddress", "https://comuta.example.com")
            .add("operatorGroups", Json.createArrayBuilder().add("staff"))
            .build());
  }

  private void put(String kind, JsonObject body) {
    parts.settings.put(kind, "office", body, EDIT, new Actor("admin", HERE));
    parts.settingChanged(HERE);
  }

  private void delete(String kind) {
    parts.settings.delete(kind, "office", EDIT);
    parts.settingChanged(HERE);
  }

  /** Somebody who has signed in, with a session and a token. */
  private void known(String name, Origin.Kind kind) {
    Instant now = clock.instant();
    Origin origin = new Origin(kind, "office", "subject of " + name, true);
    User user =
        new User(
            name, "", Role.OPERATOR, OwnRights.NONE, true, now, now, now, false, false, origin);
    users.insert(user, null);
    users.updateOrigin(user, now);
    parts.sessions.begin(name, SessionKind.PORTAL, HERE, "");
    parts.tokens.insert(
        new Token(name, name, "", Rights.ALL, now, now.plus(Duration.ofDays(1)), null, null),
        TokenSecret.hash("token of " + name));
    assertThat(isIn(name)).isTrue();
  }

  /** Whether somebody has a session and a token that counts. */
  private boolean isIn(String name) {
    boolean bySession = !parts.sessions.all(name).isEmpty();
    boolean byToken =
        parts.authenticator.signInWithToken("token of " + name, HERE) instanceof SignIn.Accepted;
    assertThat(bySession).as("session and token").isEqualTo(byToken);
    return bySession;
  }

  private boolean isPresent(String name) {
    return Objects.requireNonNull(users.find(name)).origin().present();
  }

  @Test
  void thoseOfADirectoryThatIsDisabledAreOutAtOnce() {
    directory(false);
    assertThat(isIn("maria")).isFalse();
    assertThat(isPresent("maria")).isFalse();
    assertThat(isIn("joao")).as("of the provider of the same name").isTrue();
  }

  @Test
  void thoseOfADirectoryThatIsDeletedAreOutAtOnce() {
    delete("directory");
    assertThat(isIn("maria")).isFalse();
    assertThat(isIn("joao")).isTrue();
  }

  @Test
  void thoseOfAProviderThatIsDisabledAreOutAtOnceUntilTheySignInThereAgain() {
    provider(false);
    assertThat(isIn("joao")).isFalse();
    assertThat(isPresent("joao")).isFalse();
    assertThat(isIn("maria")).as("of the directory of the same name").isTrue();
    provider(true);
    assertThat(isPresent("joao")).isFalse();
  }

  @Test
  void thoseOfAProviderThatIsDeletedAreOutAtOnce() {
    delete("identity-provider");
    assertThat(isIn("joao")).isFalse();
    assertThat(isIn("maria")).isTrue();
  }
}
