package org.comuta.identity;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether somebody is who they say. Failures are counted and lock; verified credentials are
 * remembered for some seconds. Any thread.
 */
final class Authenticator {
  private static final String NO_NAME = "";

  private final UserStore users;
  private final TokenStore tokens;
  private final PasswordHasher hasher;
  private final SignInLock lock;
  private final VerifiedCredentials<User> verified;
  private final AuditLog audit;
  private final Clock clock;

  Authenticator(
      UserStore users,
      TokenStore tokens,
      PasswordHasher hasher,
      SignInLock lock,
      VerifiedCredentials<User> verified,
      AuditLog audit,
      Clock clock) {
    this.users = users;
    this.tokens = tokens;
    this.hasher = hasher;
    this.lock = lock;
    this.verified = verified;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Signs in with a password.
   *
   * @param address address of the peer
   * @param audited whether success is written to the audit log; failures always are
   */
  SignIn signIn(String typedName, String password, String address, boolean audited)
      throws InterruptedException {
    String name = UserRules.canonicalName(typedName);
    Instant now = clock.instant();
    Instant lockedUntil = lock.lockedUntil(name, address, now);
    if (lockedUntil != null) {
      return new SignIn.Locked(lockedUntil);
    }
    User known = verified.find(name, password, now);
    if (known != null && !audited) {
      return new SignIn.Accepted(known);
    }
    long generation = verified.generation();
    UserStore.Credentials credentials = users.findCredentials(name);
    PasswordHasher.Verdict verdict =
        hasher.verify(password, credentials == null ? null : credentials.passwordHash());
    return switch (verdict) {
      case BUSY -> new SignIn.Busy();
      case DIFFERS -> failed(name, address);
      case MATCHES ->
          credentials != null && credentials.user().enabled()
              ? accepted(credentials.user(), password, address, audited, generation)
              : failed(name, address);
    };
  }

  /** Signs in with the secret of a token. Not counted: 256 bits cannot be guessed. */
  SignIn signInWithToken(String secret) {
    Instant now = clock.instant();
    User known = verified.find(NO_NAME, secret, now);
    if (known != null) {
      return new SignIn.Accepted(known);
    }
    long generation = verified.generation();
    User user = tokens.findUser(TokenSecret.hash(secret), now);
    if (user == null || !user.enabled()) {
      return new SignIn.Refused();
    }
    verified.put(NO_NAME, secret, user, now, generation);
    return new SignIn.Accepted(user);
  }

  /** The user as of now when still the same and enabled; null when to sign in again. */
  @Nullable User stillSignedIn(String name, Instant changedAt) {
    User user = users.find(name);
    return user != null && user.enabled() && user.changedAt().equals(changedAt) ? user : null;
  }

  /** To be called whenever a user or a token has changed. */
  void forget() {
    verified.clear();
  }

  private SignIn accepted(
      User user, String password, String address, boolean audited, long generation) {
    lock.succeeded(user.name(), address);
    verified.put(user.name(), password, user, clock.instant(), generation);
    if (audited) {
      write(user.name(), address, AuditAction.SIGN_IN, AuditEntry.Outcome.DONE);
    }
    return new SignIn.Accepted(user);
  }

  private SignIn failed(String name, String address) {
    write(name, address, AuditAction.SIGN_IN, AuditEntry.Outcome.REFUSED);
    if (lock.failed(name, address, clock.instant())) {
      write(name, address, AuditAction.SIGN_IN_LOCKED, AuditEntry.Outcome.DONE);
    }
    return new SignIn.Refused();
  }

  private void write(String name, String address, AuditAction action, AuditEntry.Outcome outcome) {
    audit.write(new Actor(name, address), action, "user", name, outcome, "");
  }
}
