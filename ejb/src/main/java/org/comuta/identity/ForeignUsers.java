package org.comuta.identity;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.comuta.database.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Users of the exchange that stand for people known elsewhere: in a directory, or to a provider of
 * identities. They have no password here; name for people and role follow what is said there. Any
 * thread.
 */
final class ForeignUsers {
  private static final int LONGEST_FULL_NAME = 255;
  private static final int LONGEST_SUBJECT = 1_000;

  private final UserStore store;
  private final Sessions sessions;
  private final AuditLog audit;
  private final Clock clock;

  ForeignUsers(UserStore store, Sessions sessions, AuditLog audit, Clock clock) {
    this.store = store;
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The user that stands for somebody, as of now: made when there is none, changed when the name or
   * the role is another. When the name belongs to somebody else there now, the former user goes,
   * with tokens, second factor and sessions.
   *
   * @param before the user of this name, who is known there or, without a subject, expected from
   *     there; null when there is none
   */
  User known(
      String name,
      String fullName,
      Role role,
      Origin origin,
      @Nullable User before,
      String address) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Origin kept =
        new Origin(
            origin.kind(),
            origin.name(),
            AuditLog.bounded(origin.subject(), LONGEST_SUBJECT),
            true);
    String shown = printable(fullName);
    if (before != null
        && !before.origin().subject().isEmpty()
        && !before.origin().subject().equals(kept.subject())) {
      store.delete(name);
      write(AuditAction.USER_DELETE, name, address, "another person in " + origin.name());
      return known(name, fullName, role, origin, null, address);
    }
    if (before == null) {
      User made =
          new User(name, shown, role, OwnRights.NONE, true, now, now, now, false, false, kept);
      try {
        store.insert(made, null);
      } catch (Sql.DatabaseException refused) {
        User there = store.find(name);
        if (there == null) {
          throw refused;
        }
        return known(name, fullName, role, origin, there, address); // made at the same moment
      }
      store.updateOrigin(made, now);
      write(
          AuditAction.USER_SAVE,
          name,
          address,
          origin.kind() + " " + origin.name() + ", role: " + role);
      return made;
    }
    boolean same =
        before.fullName().equals(shown) && before.role() == role && before.origin().present();
    User after = changed(before, shown, role, kept, same ? before.changedAt() : now);
    store.updateOrigin(after, now);
    if (!same) {
      write(
          AuditAction.USER_SAVE,
          name,
          address,
          origin.kind() + " " + origin.name() + ", role: " + before.role() + " → " + role);
    }
    return after;
  }

  /** Somebody is not known there any more, or has no role; whether that is news. */
  boolean gone(User user, String why, String address) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Origin origin = user.origin();
    Origin absent = new Origin(origin.kind(), origin.name(), origin.subject(), false);
    boolean news = origin.present();
    store.updateOrigin(
        changed(user, user.fullName(), user.role(), absent, news ? now : user.changedAt()), now);
    if (news) {
      sessions.endAll(user.name(), null);
      write(AuditAction.USER_SAVE, user.name(), address, origin.name() + ": " + why);
    }
    return news;
  }

  /**
   * Those of places that are not asked any more, because they are disabled or deleted, are gone.
   *
   * @param asked names of the places of this kind that are asked
   * @return whether that is news
   */
  boolean keepThoseOf(Origin.Kind kind, Set<String> asked, String address) {
    boolean news = false;
    for (User user : store.of(kind)) {
      if (user.origin().present() && !asked.contains(user.origin().name())) {
        news |= gone(user, "not asked any more", address);
      }
    }
    return news;
  }

  List<User> uncheckedSince(Origin.Kind kind, String originName, Instant moment) {
    return store.uncheckedSince(kind, originName, moment);
  }

  @Nullable User find(String name) {
    return store.find(name);
  }

  private static User changed(
      User before, String fullName, Role role, Origin origin, Instant changedAt) {
    return new User(
        before.name(),
        fullName,
        role,
        before.rights(),
        before.enabled(),
        before.createdAt(),
        changedAt,
        before.passwordChangedAt(),
        false,
        before.secondFactor(),
        origin);
  }

  private static String printable(String fullName) {
    return AuditLog.bounded(fullName.replaceAll("\\p{Cntrl}", " ").strip(), LONGEST_FULL_NAME);
  }

  private void write(AuditAction action, String name, String address, String detail) {
    audit.write(
        new Actor(Actor.SERVER.name(), address),
        action,
        "user",
        name,
        AuditEntry.Outcome.DONE,
        detail);
  }
}
