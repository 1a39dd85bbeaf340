package org.comuta.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides whether somebody is who they say. Failures are counted and lock; verified credentials are
 * remembered for some seconds. Any thread.
 */
final class Authenticator {
  private static final Logger LOG = LoggerFactory.getLogger(Authenticator.class);
  private static final String NO_NAME = "";
  private static final Duration AWAY_WRITTEN_EVERY = Duration.ofMinutes(1);
  private static final int AWAY_MOST = 1_000;

  /** A token and its user, as they were read together. */
  record Bearer(Token token, User user) {}

  private final UserStore users;
  private final TokenStore tokens;
  private final PasswordHasher hasher;
  private final SignInLock lock;
  private final Supplier<SignInPolicy> policy;
  private final SecondFactors secondFactors;
  private final VerifiedCredentials<User> verified;
  private final VerifiedCredentials<Bearer> verifiedTokens;
  private final TokenUses uses;
  private final DirectoryUsers directories;
  private final AuditLog audit;
  private final SignInWatch watch;
  private final Clock clock;
  private final OnceOnly awayWritten = new OnceOnly(AWAY_WRITTEN_EVERY, AWAY_MOST);

  Authenticator(
      UserStore users,
      TokenStore tokens,
      PasswordHasher hasher,
      SignInLock lock,
      Supplier<SignInPolicy> policy,
      SecondFactors secondFactors,
      VerifiedCredentials<User> verified,
      VerifiedCredentials<Bearer> verifiedTokens,
      TokenUses uses,
      DirectoryUsers directories,
      AuditLog audit,
      SignInWatch watch,
      Clock clock) {
    this.users = users;
    this.tokens = tokens;
    this.hasher = hasher;
    this.lock = lock;
    this.policy = policy;
    this.secondFactors = secondFactors;
    this.verified = verified;
    this.verifiedTokens = verifiedTokens;
    this.uses = uses;
    this.directories = directories;
    this.audit = audit;
    this.watch = watch;
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
      return known.secondFactor() ? new SignIn.CodeNeeded(known) : inPerson(known);
    }
    long generation = verified.generation();
    UserStore.Credentials credentials = users.findCredentials(name);
    if (credentials == null || !credentials.user().origin().isLocal()) {
      DirectoryUsers.Verdict verdict =
          directories.signIn(
              name, password, credentials == null ? null : credentials.user(), address);
      switch (verdict) {
        case DirectoryUsers.Verdict.Known found -> {
          if (found.news()) {
            forget();
          }
          return accepted(found.user(), password, address, audited, verified.generation());
        }
        case DirectoryUsers.Verdict.Refused refused -> {
          if (refused.news()) {
            forget();
          }
          return failed(name, address);
        }
        case DirectoryUsers.Verdict.Away away -> {
          return directoryAway(name, address, away.why());
        }
        case DirectoryUsers.Verdict.Nobody ignored -> {}
      }
    }
    PasswordHasher.Verdict verdict =
        hasher.verify(password, credentials == null ? null : credentials.passwordHash());
    return switch (verdict) {
      case BUSY -> new SignIn.Busy();
      case DIFFERS -> failed(name, address);
      case MATCHES ->
          credentials != null && credentials.user().isActive()
              ? accepted(credentials.user(), password, address, audited, generation)
              : failed(name, address);
    };
  }

  /**
   * Signs in with a code of the second factor, after the password. A wrong code counts as a wrong
   * password does, and only a right one forgets the failures before.
   */
  SignIn signInWithCode(String name, String code, String address) {
    return signInWithCode(name, code, address, true);
  }

  /** The same; {@code audited} as in {@link #signIn}. */
  SignIn signInWithCode(String name, String code, String address, boolean audited) {
    Instant lockedUntil = lock.lockedUntil(name, address, clock.instant());
    if (lockedUntil != null) {
      return new SignIn.Locked(lockedUntil);
    }
    User user = users.find(name);
    if (user == null || !user.isActive() || !secondFactors.use(name, code)) {
      return failed(name, address);
    }
    lock.succeeded(name, address);
    if (audited) {
      write(name, address, AuditAction.SIGN_IN, AuditEntry.Outcome.DONE);
      watch.signedIn(name, address);
    }
    return inPerson(user);
  }

  /**
   * Removes the second factor of somebody who is signed in and must give a code of it. A wrong code
   * counts as at sign-in, so that a stolen session cannot guess it. Written to the audit log.
   */
  SecondFactorOutcome removeSecondFactor(String code, Actor actor) {
    String name = actor.name();
    Instant lockedUntil = lock.lockedUntil(name, actor.peer(), clock.instant());
    if (lockedUntil != null) {
      return new SecondFactorOutcome.Locked(lockedUntil);
    }
    boolean right = secondFactors.use(name, code);
    audit.write(
        actor,
        AuditAction.SECOND_FACTOR_REMOVE,
        "user",
        name,
        right ? AuditEntry.Outcome.DONE : AuditEntry.Outcome.REFUSED,
        "");
    if (!right) {
      count(name, actor.peer());
      return new SecondFactorOutcome.WrongCode();
    }
    lock.succeeded(name, actor.peer());
    secondFactors.remove(name);
    return new SecondFactorOutcome.Removed();
  }

  /** Lets in somebody whom a provider of identities has signed in. */
  SignIn signInFromProvider(User user, String address) {
    Instant lockedUntil = lock.lockedUntil(user.name(), address, clock.instant());
    if (lockedUntil != null) {
      return new SignIn.Locked(lockedUntil);
    }
    if (!user.isActive()) {
      write(user.name(), address, AuditAction.SIGN_IN, AuditEntry.Outcome.REFUSED);
      return new SignIn.Refused();
    }
    if (user.secondFactor()) {
      return new SignIn.CodeNeeded(user);
    }
    write(user.name(), address, AuditAction.SIGN_IN, AuditEntry.Outcome.DONE);
    watch.signedIn(user.name(), address);
    return inPerson(user);
  }

  /**
   * Signs in with the secret of a token. Failures are not counted: 256 bits cannot be guessed.
   *
   * @param address address of the peer
   */
  SignIn signInWithToken(String secret, String address) {
    Instant now = clock.instant();
    Bearer bearer = verifiedTokens.find(NO_NAME, secret, now);
    if (bearer == null) {
      long generation = verifiedTokens.generation();
      bearer = findBearer(secret);
      if (bearer == null) {
        return new SignIn.Refused();
      }
      verifiedTokens.put(NO_NAME, secret, bearer, now, generation);
    }
    Token token = bearer.token();
    User user = bearer.user();
    if (token.isExpired(now)) {
      return new SignIn.Refused();
    }
    uses.used(token.id(), address, now);
    return new SignIn.Accepted(user, token.rightsWhile(user.effectiveRights()), false, Due.NOTHING);
  }

  private @Nullable Bearer findBearer(String secret) {
    Token token = tokens.findBySecret(TokenSecret.hash(secret));
    User user = token == null ? null : users.find(token.userName());
    return token != null && user != null && user.isActive() ? new Bearer(token, user) : null;
  }

  /** Somebody who has signed in in person, with what may be done as of now. */
  SignIn.Accepted inPerson(User user) {
    return SignIn.Accepted.inPerson(user, user.due(policy.get(), clock.instant()));
  }

  /** Looks up again those whom directories know, when it is time; what changed counts at once. */
  void lookAgain() {
    if (directories.lookAgain()) {
      forget();
    }
  }

  /** To be called whenever a user or a token has changed. */
  void forget() {
    verified.clear();
    verifiedTokens.clear();
  }

  private SignIn accepted(
      User user, String password, String address, boolean audited, long generation) {
    verified.put(user.name(), password, user, clock.instant(), generation);
    if (user.secondFactor()) {
      return new SignIn.CodeNeeded(user);
    }
    lock.succeeded(user.name(), address);
    if (audited) {
      write(user.name(), address, AuditAction.SIGN_IN, AuditEntry.Outcome.DONE);
      watch.signedIn(user.name(), address);
    }
    return inPerson(user);
  }

  private SignIn failed(String name, String address) {
    write(name, address, AuditAction.SIGN_IN, AuditEntry.Outcome.REFUSED);
    count(name, address);
    return new SignIn.Refused();
  }

  /** Nothing was tried, so nothing is counted; programs try again soon, so it is written seldom. */
  private SignIn directoryAway(String name, String address, String why) {
    if (awayWritten.isFirst(name + " " + address, clock.instant())) {
      audit.write(
          new Actor(name, address),
          AuditAction.SIGN_IN,
          "user",
          name,
          AuditEntry.Outcome.FAILED,
          why);
    }
    return new SignIn.DirectoryAway();
  }

  /** Counts a failure, and tells what it locked. */
  private void count(String name, String address) {
    watch.failed(name, address);
    for (Lock locked : lock.failed(name, address, policy.get(), clock.instant())) {
      audit.write(
          new Actor(name, address),
          AuditAction.SIGN_IN_LOCKED,
          "user",
          locked.user(),
          AuditEntry.Outcome.DONE,
          locked.kind() + ", until " + locked.until().truncatedTo(ChronoUnit.SECONDS));
      watch.locked(locked);
    }
  }

  private void write(String name, String address, AuditAction action, AuditEntry.Outcome outcome) {
    LOG.debug("{} of {} from {}: {}", action, name, address, outcome);
    audit.write(new Actor(name, address), action, "user", name, outcome, "");
  }
}
