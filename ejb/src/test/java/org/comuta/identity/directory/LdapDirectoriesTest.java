package org.comuta.identity.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import jakarta.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.comuta.identity.Role;
import org.comuta.secret.Secrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LdapDirectoriesTest {
  private DirectoryFixture fixture;
  private LdapDirectories directories;

  @BeforeEach
  void begin(@TempDir Path folder) throws LDAPException, LDIFException {
    fixture = new DirectoryFixture();
    directories =
        new LdapDirectories(Secrets.keptIn(folder.resolve("secret-keys")), Clock.systemUTC());
    fixture.person("maria");
    fixture.person("joao");
    fixture.person("nobody");
    fixture.group("staff", DirectoryFixture.dn("maria"), DirectoryFixture.dn("joao"));
    fixture.group("admins", DirectoryFixture.dn("joao"));
  }

  @AfterEach
  void end() {
    fixture.close();
  }

  private static DirectoryPerson person(DirectoryAnswer answer) {
    assertThat(answer).isInstanceOf(DirectoryAnswer.Known.class);
    return ((DirectoryAnswer.Known) answer).person();
  }

  @Test
  void somebodyIsFoundWithGroupsAndTheRoleThatMayDoMost() {
    DirectoryPerson maria = person(directories.signIn(fixture.described(), "maria", "of maria"));
    assertThat(maria.dn()).isEqualTo(DirectoryFixture.dn("maria"));
    assertThat(maria.subject()).isEqualTo("id-of-maria");
    assertThat(maria.fullName()).isEqualTo("MARIA");
    assertThat(maria.groups()).containsExactly(DirectoryFixture.groupDn("staff"));
    assertThat(maria.role()).isEqualTo(Role.OPERATOR);
    DirectoryPerson joao = person(directories.signIn(fixture.described(), "joao", "of joao"));
    assertThat(joao.role()).isEqualTo(Role.ADMINISTRATOR);
  }

  @Test
  void whoIsInNoGroupThatCountsHasNoRole() {
    assertThat(person(directories.signIn(fixture.described(), "nobody", "of nobody")).role())
        .isNull();
  }

  @Test
  void aWrongPasswordIsWrongAndAnEmptyOneIsNeverTried() {
    assertThat(directories.signIn(fixture.described(), "maria", "of joao"))
        .isEqualTo(new DirectoryAnswer.WrongPassword());
    assertThat(directories.signIn(fixture.described(), "maria", ""))
        .isEqualTo(new DirectoryAnswer.WrongPassword());
    assertThat(directories.attempt(fixture.described(), "maria", "").accepted()).isFalse();
  }

  @ParameterizedTest(name = "{0} is nobody")
  @ValueSource(
      strings = {"*", "m*", "maria)(|(uid=*", "x)(uid=maria))(|(uid=x", "mar\\69a", "maria\u0000"})
  void whatIsTypedIsAValueAndNeverAPartOfTheFilter(String name) {
    assertThat(directories.signIn(fixture.described(), name, "of maria"))
        .isEqualTo(new DirectoryAnswer.NoSuchUser());
  }

  @Test
  void somebodyFoundByAnotherAttributeDoesNotGetThatName() throws LDAPException, LDIFException {
    fixture.person("pedro", "mail: maria2");
    Directory byMail = fixture.described(body -> body.add("userFilter", "(|(uid={0})(mail={0}))"));
    assertThat(directories.signIn(byMail, "maria2", "of pedro"))
        .isEqualTo(new DirectoryAnswer.NoSuchUser());
    assertThat(person(directories.signIn(byMail, "pedro", "of pedro")).dn())
        .isEqualTo(DirectoryFixture.dn("pedro"));
  }

  @Test
  void whoMatchesTwiceIsNobody() throws LDAPException, LDIFException {
    fixture.server.add(
        "dn: uid=maria,ou=groups," + DirectoryFixture.BASE,
        "objectClass: inetOrgPerson",
        "uid: maria",
        "cn: x",
        "sn: x",
        "userPassword: of another");
    assertThat(directories.signIn(fixture.described(), "maria", "of another"))
        .isEqualTo(new DirectoryAnswer.NoSuchUser());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "userAccountControl: 512, true",
    "userAccountControl: 514, false",
    "accountExpires: 0, true",
    "accountExpires: 9223372036854775807, true",
    "accountExpires: 116444736010000000, false",
    "pwdAccountLockedTime: 20250101000000Z, true",
    "pwdAccountLockedTime: 000001010000Z, false",
  })
  void anAccountThatTheDirectoryClosedIsNobody(String line, boolean usable)
      throws LDAPException, LDIFException {
    fixture.person("closed", line);
    Map<String, DirectoryAnswer> answers = directories.look(fixture.described(), List.of("closed"));
    if (usable) {
      assertThat(answers.get("closed")).isInstanceOf(DirectoryAnswer.Known.class);
    } else {
      assertThat(answers.get("closed")).isEqualTo(new DirectoryAnswer.NoSuchUser());
    }
  }

  @Test
  void groupsInGroupsCountWhereTheyAreAskedFor() throws LDAPException, LDIFException {
    fixture.person("ana");
    fixture.group("desk", DirectoryFixture.dn("ana"), DirectoryFixture.groupDn("loop"));
    fixture.group("loop", DirectoryFixture.groupDn("desk"));
    fixture.server.modify(
        "dn: " + DirectoryFixture.groupDn("admins"),
        "changetype: modify",
        "add: member",
        "member: " + DirectoryFixture.groupDn("desk"));
    assertThat(person(directories.signIn(fixture.described(), "ana", "of ana")).role()).isNull();
    Directory nested = fixture.described(body -> body.add("nestedGroups", true));
    DirectoryPerson ana = person(directories.signIn(nested, "ana", "of ana"));
    assertThat(ana.role()).isEqualTo(Role.ADMINISTRATOR);
    assertThat(ana.groups()).hasSize(3);
  }

  @Test
  void theEntryMayNameItsGroups() throws LDAPException, LDIFException {
    fixture.person("rita", "memberOf: " + DirectoryFixture.groupDn("Admins"));
    Directory named = fixture.described(body -> body.add("groupLookup", "MEMBER_OF"));
    assertThat(person(directories.signIn(named, "rita", "of rita")).role())
        .isEqualTo(Role.ADMINISTRATOR);
    assertThat(person(directories.signIn(named, "maria", "of maria")).role()).isNull();
  }

  @Test
  void theNextHostIsAskedWhenOneDoesNotAnswer() {
    Directory two =
        fixture.described(
            body ->
                body.add(
                    "hosts", Json.createArrayBuilder().add("127.0.0.1:1").add(fixture.host())));
    DirectoryTrial trial = directories.attempt(two, "maria", "of maria");
    assertThat(trial.accepted()).isTrue();
    assertThat(trial.steps())
        .extracting(DirectoryStep::kind, DirectoryStep::done)
        .startsWith(
            Tuple.tuple(DirectoryStep.Kind.CONNECT, false),
            Tuple.tuple(DirectoryStep.Kind.CONNECT, true),
            Tuple.tuple(DirectoryStep.Kind.BIND, true));
    assertThat(directories.attempt(two, "maria", "of maria").steps().getFirst().done())
        .as("the host that did not answer comes last for a while")
        .isTrue();
  }

  @Test
  void aDirectoryThatIsGoneOrRefusesUsIsAway() {
    Directory wrong = fixture.described(body -> body.add("bindPassword", "not it"));
    assertThat(directories.signIn(wrong, "maria", "of maria"))
        .isInstanceOfSatisfying(
            DirectoryAnswer.Away.class,
            away -> assertThat(away.why()).contains("BIND").doesNotContain("not it"));
    Directory gone =
        fixture.described(body -> body.add("hosts", Json.createArrayBuilder().add("127.0.0.1:1")));
    assertThat(directories.signIn(gone, "maria", "of maria"))
        .isInstanceOf(DirectoryAnswer.Away.class);
    assertThat(directories.look(gone, List.of("maria")).get("maria"))
        .isInstanceOf(DirectoryAnswer.Away.class);
  }

  @Test
  void aDirectoryThatNeverAnswersIsAwayAfterTheTimeLimit() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Directory hanging =
          fixture.described(
              body ->
                  body.add(
                          "hosts",
                          Json.createArrayBuilder().add("127.0.0.1:" + silent.getLocalPort()))
                      .add("timeLimit", 2)
                      .add("connectTimeout", 1));
      assertThat(directories.signIn(hanging, "maria", "of maria"))
          .isInstanceOf(DirectoryAnswer.Away.class);
    }
  }

  @Test
  void everyStepOfATrialIsTold() {
    DirectoryTrial trial = directories.attempt(fixture.described(), "maria", "of maria");
    assertThat(trial.steps())
        .extracting(DirectoryStep::kind)
        .containsExactly(
            DirectoryStep.Kind.CONNECT,
            DirectoryStep.Kind.BIND,
            DirectoryStep.Kind.SEARCH,
            DirectoryStep.Kind.GROUPS,
            DirectoryStep.Kind.ROLE,
            DirectoryStep.Kind.PASSWORD);
    assertThat(trial.role()).isEqualTo(Role.OPERATOR);
    DirectoryTrial refused = directories.attempt(fixture.described(), "maria", "of joao");
    assertThat(refused.accepted()).isFalse();
    assertThat(refused.dn()).isEqualTo(DirectoryFixture.dn("maria"));
    assertThat(refused.toString()).doesNotContain("of joao");
  }
}
