package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import org.comuta.archive.PartChange;
import org.comuta.archive.PartChange.Change;
import org.junit.jupiter.api.Test;

/** Users, tokens and the rules of sign-in go into a backup and come back, here or elsewhere. */
abstract class IdentityBackupContract extends IdentityMachines {
  @Test
  void everythingComesBackAsItWas() throws Exception {
    here.identity.save("maria", Role.SUPERVISOR, true);
    here.identity.save("joao", Role.OPERATOR, false);
    here.token(TOKEN, "maria");
    here.identity.policy = IdentityFixture.with(SignInPolicy.Amount.PASSWORD_AGE, 30);
    new PolicyStore(here.identity.sql)
        .save(here.identity.policy.withSecondFactorFor(Set.of(Role.OPERATOR)));
    here.identity.audit.keep(77);
    byte[] backup = here.backup(null);
    List<User> users = here.identity.users.all();

    here.identity.save("maria", Role.OPERATOR, false);
    here.identity.users.delete("joao", Rights.ALL);
    here.identity.save("new", Role.OPERATOR, true);
    here.identity.tokens.delete(TOKEN);
    here.token("11234567-89ab-cdef-0123-456789abcdef", "new");
    new PolicyStore(here.identity.sql).save(SignInPolicy.SHIPPED);
    here.identity.audit.keep(0);
    List<PartChange> changes = here.restore(backup, null);

    assertThat(here.identity.users.all()).isEqualTo(users);
    assertThat(here.identity.tokens.all(null, here.identity.clock.instant()))
        .extracting(Token::id, Token::userName)
        .containsExactly(tuple(TOKEN, "maria"));
    SignInPolicy policy = new PolicyStore(here.identity.sql).load();
    assertThat(policy.passwordAge()).isEqualTo(30);
    assertThat(policy.secondFactorFor()).containsExactly(Role.OPERATOR);
    assertThat(here.identity.audit.ends().keptDays()).isEqualTo(77);
    assertThat(here.signIn("maria")).isInstanceOf(SignIn.Accepted.class);
    assertThat(here.changed).isEqualTo(3);
    assertThat(changes)
        .extracting(PartChange::kind, PartChange::name, PartChange::change)
        .contains(
            tuple("user", "joao", Change.CREATED),
            tuple("user", "maria", Change.UPDATED),
            tuple("user", "new", Change.DELETED),
            tuple("token", TOKEN, Change.CREATED),
            tuple("sign-in-policy", "", Change.UPDATED));
    assertThat(here.restore(backup, null)).isEmpty();
  }

  @Test
  void usersOfADirectoryStayItsUsers() throws Exception {
    here.identity.save("maria", Role.SUPERVISOR, true);
    here.identity.sql.change(
        "update user_account set origin = ?, origin_name = ?, origin_subject = ?,"
            + " origin_present = ?, password_hash = null where name = ?",
        Origin.Kind.DIRECTORY,
        "office",
        "uid=maria",
        false,
        "maria");
    byte[] backup = here.backup(null);

    elsewhere.restore(backup, null);

    assertThat(elsewhere.identity.users.all())
        .filteredOn(user -> user.name().equals("maria"))
        .extracting(User::origin)
        .containsExactly(new Origin(Origin.Kind.DIRECTORY, "office", "uid=maria", false));
    assertThat(elsewhere.restore(backup, null)).isEmpty();
  }

  @Test
  void nobodyIsShownAHash() throws Exception {
    here.identity.save("maria", Role.SUPERVISOR, true);
    here.token(TOKEN, "maria");
    byte[] backup = here.backup(null);

    String told =
        elsewhere.plan(backup, null).stream()
            .flatMap(plan -> plan.changes().stream())
            .toList()
            .toString();

    assertThat(told).contains("maria").contains("********").doesNotContain("$2");
    assertThat(told).doesNotContain(TokenSecret.hash("secret of " + TOKEN));
  }
}
