package org.comuta.identity;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.comuta.description.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The users and the rules of their change: the passwords are good ones and somebody can always
 * administer the exchange. Any thread; a change runs in a transaction of the caller.
 */
final class Users {
  private final UserStore store;
  private final PasswordHasher hasher;
  private final Clock clock;

  Users(UserStore store, PasswordHasher hasher, Clock clock) {
    this.store = store;
    this.hasher = hasher;
    this.clock = clock;
  }

  List<User> all() {
    return store.all();
  }

  @Nullable User find(String name) {
    return store.find(name);
  }

  UserOutcome save(UserChange change) {
    List<User> users = store.allLocked();
    User before = named(users, change.name());
    List<Problem> problems = UserRules.check(change, before == null);
    if (!problems.isEmpty()) {
      return new UserOutcome.Invalid(problems);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    User after =
        new User(
            change.name(),
            change.fullName(),
            change.role(),
            change.enabled(),
            before == null ? now : before.createdAt(),
            now);
    if (before != null && !after.isActiveAdministrator() && isLastAdministrator(before, users)) {
      return new UserOutcome.LastAdministrator();
    }
    String password = change.password();
    if (before == null && password != null) {
      store.insert(after, hasher.hash(password));
      return new UserOutcome.Created(after);
    }
    store.update(after);
    if (password != null) {
      store.updatePassword(after.name(), hasher.hash(password), now);
    }
    return new UserOutcome.Changed(after);
  }

  UserOutcome delete(String name) {
    List<User> users = store.allLocked();
    User user = named(users, name);
    if (user == null) {
      return new UserOutcome.Missing();
    }
    if (isLastAdministrator(user, users)) {
      return new UserOutcome.LastAdministrator();
    }
    store.delete(name);
    return new UserOutcome.Deleted(user);
  }

  /** Makes the first user; false, and nothing happens, when there is one already. */
  boolean createFirst(String name, String password) {
    if (!store.isEmpty()) {
      return false;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    store.insert(new User(name, "", Role.ADMINISTRATOR, true, now, now), hasher.hash(password));
    return true;
  }

  private static boolean isLastAdministrator(User user, List<User> users) {
    return user.isActiveAdministrator()
        && users.stream().filter(User::isActiveAdministrator).count() == 1;
  }

  private static @Nullable User named(List<User> users, String name) {
    return users.stream().filter(user -> user.name().equals(name)).findFirst().orElse(null);
  }
}
