package org.comuta.identity;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.comuta.description.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The users and the rules of their change: the passwords are good ones and somebody can always
 * administer the exchange. Any thread; a change runs in a transaction of the caller.
 */
final class Users {
  private final UserStore store;
  private final PasswordHasher hasher;
  private final Sessions sessions;
  private final Supplier<SignInPolicy> policy;
  private final Clock clock;

  Users(
      UserStore store,
      PasswordHasher hasher,
      Sessions sessions,
      Supplier<SignInPolicy> policy,
      Clock clock) {
    this.store = store;
    this.hasher = hasher;
    this.sessions = sessions;
    this.policy = policy;
    this.clock = clock;
  }

  List<User> all() {
    return store.all();
  }

  @Nullable User find(String name) {
    return store.find(name);
  }

  /**
   * Creates or changes a user.
   *
   * @param mayGive rights of the one who asks: a user with more is neither made nor touched
   */
  UserOutcome save(UserChange change, Rights mayGive) {
    List<User> users = store.allLocked();
    User before = named(users, change.name());
    if (!mayGive.cover(change.effectiveRights())
        || (before != null && !mayGive.cover(before.effectiveRights()))) {
      return new UserOutcome.BeyondRights();
    }
    List<Problem> problems = UserRules.check(change, before, policy.get());
    if (!problems.isEmpty()) {
      return new UserOutcome.Invalid(problems);
    }
    Instant now = now();
    User after =
        new User(
            change.name(),
            before == null || before.origin().isLocal() ? change.fullName() : before.fullName(),
            change.role(),
            change.rights(),
            change.enabled(),
            before == null ? now : before.createdAt(),
            now,
            before == null || change.password() != null ? now : before.passwordChangedAt(),
            change.passwordDueAfter(before),
            before != null && before.secondFactor(),
            before == null ? origin(change) : before.origin());
    if (before != null && !after.isActiveAdministrator() && isLastAdministrator(before, users)) {
      return new UserOutcome.LastAdministrator();
    }
    String password = change.password();
    if (before == null) {
      store.insert(after, password == null ? null : hasher.hash(password));
      return new UserOutcome.Created(after);
    }
    store.update(after);
    if (password != null) {
      store.keepPassword(after.name(), now);
      store.updatePassword(after.name(), hasher.hash(password));
    }
    if (password != null || !after.enabled()) {
      sessions.endAll(after.name(), null);
    }
    return new UserOutcome.Changed(after);
  }

  /** Somebody whom a provider knows is expected, and known by the first sign-in. */
  private static Origin origin(UserChange change) {
    return change.provider() == null
        ? Origin.LOCAL
        : new Origin(Origin.Kind.PROVIDER, change.provider(), "", true);
  }

  /**
   * Deletes a user.
   *
   * @param mayGive rights of the one who asks
   */
  UserOutcome delete(String name, Rights mayGive) {
    List<User> users = store.allLocked();
    User user = named(users, name);
    if (user == null) {
      return new UserOutcome.Missing();
    }
    if (!mayGive.cover(user.effectiveRights())) {
      return new UserOutcome.BeyondRights();
    }
    if (isLastAdministrator(user, users)) {
      return new UserOutcome.LastAdministrator();
    }
    store.delete(name);
    return new UserOutcome.Deleted(user);
  }

  /**
   * Why a password that a user has chosen is not taken; null when it is. Takes some 200 ms for each
   * password from before that is compared.
   */
  @Nullable PasswordOutcome objection(String name, String current, String next)
      throws InterruptedException {
    SignInPolicy rules = policy.get();
    List<Problem> problems = PasswordRules.check("newPassword", next, name, rules);
    if (!problems.isEmpty()) {
      return new PasswordOutcome.Invalid(problems);
    }
    if (next.equals(current)) {
      return usedBefore();
    }
    for (String hash : store.earlierPasswords(name, rules.passwordHistory())) {
      switch (hasher.verify(next, hash)) {
        case MATCHES -> {
          return usedBefore();
        }
        case BUSY -> {
          return new PasswordOutcome.Busy();
        }
        case DIFFERS -> {}
      }
    }
    return null;
  }

  private static PasswordOutcome usedBefore() {
    return new PasswordOutcome.Invalid(
        List.of(new Problem("newPassword", "used", "newPassword must be one not used before.")));
  }

  String hash(String password) {
    return hasher.hash(password);
  }

  /**
   * Keeps the password that a user has chosen, and ends the user's sessions.
   *
   * @param session identity of the session that goes on; null for none
   */
  void setOwnPassword(String name, String hash, @Nullable String session) {
    User before = named(store.allLocked(), name);
    if (before == null || !before.origin().isLocal()) {
      return;
    }
    Instant now = now();
    store.keepPassword(name, now);
    store.updatePassword(name, hash);
    store.update(
        new User(
            name,
            before.fullName(),
            before.role(),
            before.rights(),
            before.enabled(),
            before.createdAt(),
            now,
            now,
            false,
            before.secondFactor(),
            before.origin()));
    sessions.endAll(name, session);
  }

  /** Makes the first user; false, and nothing happens, when there is one already. */
  boolean createFirst(String name, String password) {
    if (!store.isEmpty()) {
      return false;
    }
    Instant now = now();
    store.insert(
        new User(
            name,
            "",
            Role.ADMINISTRATOR,
            OwnRights.NONE,
            true,
            now,
            now,
            now,
            false,
            false,
            Origin.LOCAL),
        hasher.hash(password));
    return true;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static boolean isLastAdministrator(User user, List<User> users) {
    return user.isActiveAdministrator()
        && users.stream().filter(User::isActiveAdministrator).count() == 1;
  }

  private static @Nullable User named(List<User> users, String name) {
    return users.stream().filter(user -> user.name().equals(name)).findFirst().orElse(null);
  }
}
