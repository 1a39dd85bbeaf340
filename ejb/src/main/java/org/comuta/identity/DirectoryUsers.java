package org.comuta.identity;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.comuta.identity.directory.Directory;
import org.comuta.identity.directory.DirectoryAccess;
import org.comuta.identity.directory.DirectoryAnswer;
import org.comuta.identity.directory.DirectoryPerson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those whom directories know. A name belongs to the directory that knew it first: no other can
 * take it, and none can take that of a user of the exchange. Blocks while directories are asked.
 * Any thread.
 */
final class DirectoryUsers {
  private static final Logger LOG = LoggerFactory.getLogger(DirectoryUsers.class);

  /** What came of a try to sign in. */
  sealed interface Verdict {
    /**
     * Name and password are right.
     *
     * @param news whether the user is another than before
     */
    record Known(User user, boolean news) implements Verdict {}

    /**
     * They are not, or it may not be.
     *
     * @param news whether the user, who was there before, is absent now
     */
    record Refused(boolean news) implements Verdict {}

    /**
     * Nothing can be said at this moment.
     *
     * @param why which directories are away, and why
     */
    record Away(String why) implements Verdict {}

    /** No directory knows the name. */
    record Nobody() implements Verdict {}
  }

  private final Supplier<List<Directory>> directories;
  private final DirectoryAccess access;
  private final ForeignUsers users;
  private final Clock clock;

  DirectoryUsers(
      Supplier<List<Directory>> directories,
      DirectoryAccess access,
      ForeignUsers users,
      Clock clock) {
    this.directories = directories;
    this.access = access;
    this.users = users;
    this.clock = clock;
  }

  /**
   * Asks the directories.
   *
   * @param before the user of this name, who is not one of the exchange itself; null for none
   */
  Verdict signIn(String name, String password, @Nullable User before, String address) {
    if (before != null && before.origin().kind() != Origin.Kind.DIRECTORY) {
      return new Verdict.Refused(false);
    }
    List<Directory> asked =
        enabled().stream()
            .filter(one -> before == null || one.name().equals(before.origin().name()))
            .toList();
    if (before != null && (asked.isEmpty() || !before.enabled())) {
      return new Verdict.Refused(false);
    }
    if (asked.isEmpty() || password.isEmpty() || !UserRules.isName(name)) {
      return new Verdict.Nobody();
    }
    List<String> away = new ArrayList<>();
    for (Directory directory : asked) {
      switch (access.signIn(directory, name, password)) {
        case DirectoryAnswer.Known known -> {
          return known(directory, known.person(), name, before, address);
        }
        case DirectoryAnswer.WrongPassword ignored -> {
          return new Verdict.Refused(false);
        }
        case DirectoryAnswer.NoSuchUser ignored -> {
          if (before != null) {
            return new Verdict.Refused(users.gone(before, "not there, or disabled", address));
          }
        }
        case DirectoryAnswer.Away gone -> {
          LOG.warn("The directory {} is away: {}", directory.name(), gone.why());
          away.add("directory " + directory.name() + ": " + gone.why());
        }
      }
    }
    return away.isEmpty() ? new Verdict.Nobody() : new Verdict.Away(String.join("; ", away));
  }

  private Verdict known(
      Directory directory,
      DirectoryPerson person,
      String name,
      @Nullable User before,
      String address) {
    Role role = person.role();
    if (role == null) {
      return new Verdict.Refused(
          before != null && users.gone(before, "none of the groups gives a role", address));
    }
    User user =
        users.known(name, person.fullName(), role, origin(directory, person), before, address);
    return new Verdict.Known(user, !user.equals(before));
  }

  private static Origin origin(Directory directory, DirectoryPerson person) {
    return new Origin(Origin.Kind.DIRECTORY, directory.name(), person.subject(), true);
  }

  private List<Directory> enabled() {
    return directories.get().stream()
        .filter(Directory::enabled)
        .sorted(Comparator.comparingInt(Directory::priority).thenComparing(Directory::name))
        .toList();
  }

  /** Looks up again, without their passwords, those for whom it is time; whether any changed. */
  boolean lookAgain() {
    Map<String, Directory> known =
        enabled().stream().collect(Collectors.toMap(Directory::name, one -> one));
    boolean news = users.keepThoseOf(Origin.Kind.DIRECTORY, known.keySet(), Actor.SERVER.address());
    for (Directory directory : known.values()) {
      news |= lookAgain(directory);
    }
    return news;
  }

  private boolean lookAgain(Directory directory) {
    List<User> due =
        users.uncheckedSince(
            Origin.Kind.DIRECTORY,
            directory.name(),
            clock.instant().minusSeconds(directory.checkInterval()));
    if (due.isEmpty()) {
      return false;
    }
    Map<String, DirectoryAnswer> answers =
        access.look(directory, due.stream().map(User::name).toList());
    boolean news = false;
    boolean away = false;
    for (User user : due) {
      DirectoryAnswer answer = answers.get(user.name());
      if (answer instanceof DirectoryAnswer.Away gone) {
        if (!away) {
          LOG.warn("The directory {} is away: {}", directory.name(), gone.why());
        }
        away = true;
      } else if (answer != null) {
        news |= learn(directory, user, answer);
      }
    }
    return news;
  }

  private boolean learn(Directory directory, User user, DirectoryAnswer answer) {
    String here = Actor.SERVER.address();
    if (!(answer instanceof DirectoryAnswer.Known known)) {
      return users.gone(user, "not there, or disabled", here);
    }
    DirectoryPerson person = known.person();
    Role role = person.role();
    if (role == null) {
      return users.gone(user, "none of the groups gives a role", here);
    }
    if (!person.subject().equals(user.origin().subject())) {
      return users.gone(user, "the name is another person's", here);
    }
    User after =
        users.known(user.name(), person.fullName(), role, origin(directory, person), user, here);
    return !after.equals(user);
  }
}
