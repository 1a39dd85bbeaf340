package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Objects;
import org.comuta.identity.provider.EndedThere;
import org.comuta.identity.provider.IdentityProvider;
import org.comuta.identity.provider.ProviderException;
import org.comuta.identity.provider.ProviderPerson;
import org.comuta.identity.provider.ProviderRules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProviderUsersTest {
  private static final String HERE = "192.0.2.1";

  private final IdentityFixture identity = new IdentityFixture();
  private final ProviderUsers users =
      new ProviderUsers(
          () -> List.of(provider("office", true)),
          new ForeignUsers(identity.store, identity.sessions, identity.audit, identity.clock));

  private static IdentityProvider provider(
      String name, boolean createUsers, String... operatorGroups) {
    JsonObject body =
        Json.createObjectBuilder()
            .add("name", name)
            .add("label", "Office")
            .add("issuer", "https://login.example.com")
            .add("clientId", "c")
            .add("portalAddress", "https://comuta.example.com")
            .add("createUsers", createUsers)
            .add("operatorGroups", Json.createArrayBuilder(List.of(operatorGroups)))
            .build();
    return Objects.requireNonNull(new ProviderRules().description().parse(body).object());
  }

  private static ProviderPerson person(String subject, String name, @Nullable Role role) {
    return new ProviderPerson(subject, name, "Somebody", List.of(), role, "sid-" + name, "token");
  }

  private User known(String provider, ProviderPerson person) throws ProviderException {
    return users.known(provider(provider, true), person, HERE);
  }

  private void refused(String provider, ProviderPerson person) {
    assertThatThrownBy(() -> known(provider, person))
        .isInstanceOfSatisfying(
            ProviderException.class,
            refused ->
                assertThat(refused.reason()).isEqualTo(ProviderException.Reason.NOT_ALLOWED));
  }

  @Test
  void whoSignsInTheFirstTimeBecomesAUserWhoseRoleFollows() throws ProviderException {
    assertThat(known("office", person("s-1", "maria", Role.OPERATOR)).role())
        .isEqualTo(Role.OPERATOR);
    assertThat(known("office", person("s-1", "maria", Role.SUPERVISOR)).role())
        .isEqualTo(Role.SUPERVISOR);
    refused("office", person("s-1", "maria", null));
    assertThat(Objects.requireNonNull(identity.users.find("maria")).isActive()).isFalse();
  }

  @Test
  void nobodyGetsTheNameOfAnother() throws Exception {
    refused("office", person("s-1", "admin", Role.ADMINISTRATOR));
    known("office", person("s-1", "maria", Role.OPERATOR));
    refused("office", person("s-2", "maria", Role.ADMINISTRATOR));
    refused("other", person("s-1", "maria", Role.ADMINISTRATOR));
    identity.directories.add("ldap");
    identity.directories.know("ldap", "joao", "j-1", Role.OPERATOR);
    identity.authenticator.signIn("joao", FakeDirectories.PASSWORD, HERE, true);
    refused("office", person("s-3", "joao", Role.ADMINISTRATOR));
    assertThat(identity.users.all()).extracting(User::role).doesNotContain((Role) null);
    assertThat(Objects.requireNonNull(identity.users.find("joao")).role()).isEqualTo(Role.OPERATOR);
  }

  @Test
  void aPasswordNeverOpensAUserOfAProvider() throws Exception {
    known("office", person("s-1", "maria", Role.OPERATOR));
    identity.directories.add("ldap");
    identity.directories.know("ldap", "maria", "m-1", Role.ADMINISTRATOR);
    assertThat(identity.authenticator.signIn("maria", FakeDirectories.PASSWORD, HERE, true))
        .isEqualTo(new SignIn.Refused());
    assertThat(identity.authenticator.signIn("maria", "", HERE, true))
        .isEqualTo(new SignIn.Refused());
  }

  @Test
  void whereOnlyKnownUsersAreLetInTheFirstSignInBindsTheOneWhoIsExpected()
      throws ProviderException {
    IdentityProvider closed = provider("office", false);
    assertThatThrownBy(() -> users.known(closed, person("s-1", "maria", null), HERE))
        .hasMessageContaining("no user");
    assertThat(
            identity.users.save(
                new UserChange(
                    "maria", "", Role.SUPERVISOR, OwnRights.NONE, true, null, null, "office"),
                Rights.ALL))
        .isInstanceOf(UserOutcome.Created.class);
    User maria = users.known(closed, person("s-1", "maria", null), HERE);
    assertThat(maria.role()).isEqualTo(Role.SUPERVISOR);
    assertThat(Objects.requireNonNull(identity.users.find("maria")).origin().subject())
        .isEqualTo("s-1");
    assertThatThrownBy(() -> users.known(closed, person("s-2", "maria", null), HERE))
        .isInstanceOf(ProviderException.class);
  }

  @Test
  void aKnownUserWhomTheProviderGivesNoRoleAnyMoreIsOut() throws ProviderException {
    IdentityProvider closed = provider("office", false, "desk");
    identity.users.save(
        new UserChange("maria", "", Role.SUPERVISOR, OwnRights.NONE, true, null, null, "office"),
        Rights.ALL);
    users.known(closed, person("s-1", "maria", Role.OPERATOR), HERE);
    identity.sessions.begin("maria", SessionKind.PORTAL, HERE, "");
    assertThatThrownBy(() -> users.known(closed, person("s-1", "maria", null), HERE))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("gives a role");
    User maria = Objects.requireNonNull(identity.users.find("maria"));
    assertThat(maria.isActive()).isFalse();
    assertThat(identity.sessions.all("maria")).isEmpty();
    assertThat(identity.authenticator.signInFromProvider(maria, HERE))
        .isEqualTo(new SignIn.Refused());
    assertThat(users.known(closed, person("s-1", "maria", Role.OPERATOR), HERE).isActive())
        .isTrue();
  }

  @Test
  void aProviderEndsTheSessionsThatBeganThere() throws ProviderException {
    ProviderPerson maria = person("s-1", "maria", Role.OPERATOR);
    known("office", maria);
    PortalSession one = identity.sessions.begin("maria", HERE, "", "office", maria);
    PortalSession other = identity.sessions.begin("maria", SessionKind.PORTAL, HERE, "");
    assertThat(identity.sessions.endThere("other", new EndedThere("j", "", "sid-maria"))).isZero();
    assertThat(identity.sessions.endThere("office", new EndedThere("j", "", "sid-maria")))
        .isEqualTo(1);
    assertThat(identity.sessions.find(one.id(), true)).isNull();
    assertThat(identity.sessions.find(other.id(), true)).isNotNull();
    identity.sessions.begin("maria", HERE, "", "office", maria);
    assertThat(identity.sessions.endThere("office", new EndedThere("j", "s-1", ""))).isEqualTo(1);
  }

  @Test
  void whoSignedInThereIsToldOfOnceAnyCodeThatIsNeededHereWasGiven() throws ProviderException {
    User maria = known("office", person("s-1", "maria", Role.OPERATOR));
    assertThat(identity.authenticator.signInFromProvider(maria, HERE))
        .isInstanceOf(SignIn.Accepted.class);
    assertThat(identity.watch.signedIn()).containsExactly("maria " + HERE);
    identity.save("admin", Role.ADMINISTRATOR, true);
    identity.sql.change("update user_account set second_factor = true where name = 'maria'");
    assertThat(
            identity.authenticator.signInFromProvider(
                Objects.requireNonNull(identity.users.find("maria")), HERE))
        .isInstanceOf(SignIn.CodeNeeded.class);
    assertThat(identity.watch.signedIn()).as("not yet").hasSize(1);
  }
}
