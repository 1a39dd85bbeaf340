package org.comuta.identity;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Users and their sign-in, in transactions. Any thread. */
@Singleton
@Startup
@DependsOn("SchemaBean")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class IdentityBean {
  private static final int BCRYPT_COST = 12;
  private static final long LONGEST_WAIT_MILLIS = 5_000;
  private static final int FAILURES_ALLOWED = 5;
  private static final Duration FAILURES_WITHIN = Duration.ofMinutes(5);
  private static final Duration LOCKED = Duration.ofMinutes(5);
  private static final int PAIRS_KEPT = 10_000;
  private static final Duration VERIFIED_KEPT = Duration.ofSeconds(30);
  private static final int VERIFIED_MOST = 1_000;

  @Resource(lookup = "java:jboss/datasources/ComutaDS")
  private DataSource source;

  @Resource private TransactionSynchronizationRegistry transaction;

  private final Clock clock = Clock.systemUTC();
  private Users users;
  private Authenticator authenticator;
  private AuditLog audit;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by begin(), before anything is called
  public IdentityBean() {}

  @PostConstruct
  void begin() {
    int atOnce = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    PasswordHasher hasher = new PasswordHasher(BCRYPT_COST, atOnce, LONGEST_WAIT_MILLIS);
    Sql sql = new Sql(source);
    UserStore store = new UserStore(sql);
    users = new Users(store, hasher, clock);
    audit = new AuditLog(sql, clock);
    authenticator =
        new Authenticator(
            store,
            new TokenStore(sql),
            hasher,
            new SignInLock(FAILURES_ALLOWED, FAILURES_WITHIN, LOCKED, PAIRS_KEPT),
            new VerifiedCredentials<>(VERIFIED_KEPT, VERIFIED_MOST),
            audit,
            clock);
  }

  /** Signs in to the portal; written to the audit log. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public SignIn signIn(String name, String password, String address) {
    return signIn(name, password, address, true);
  }

  /** Verifies the password of one request of a program; only failures are written. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public SignIn verify(String name, String password, String address) {
    return signIn(name, password, address, false);
  }

  /** Verifies the bearer token of one request. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public SignIn verifyToken(String secret) {
    return authenticator.signInWithToken(secret);
  }

  /** The user as of now; null when changed since, disabled or gone. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public @Nullable User stillSignedIn(String name, Instant changedAt) {
    return authenticator.stillSignedIn(name, changedAt);
  }

  /** All users, by name. */
  public List<User> users() {
    return users.all();
  }

  /** The user of this name, or null. */
  public @Nullable User user(String name) {
    return users.find(name);
  }

  /** Creates or changes a user. */
  public UserOutcome save(UserChange change, Actor actor) {
    UserOutcome outcome = users.save(change);
    finish(outcome, AuditAction.USER_SAVE, change.name(), actor);
    return outcome;
  }

  /** Deletes a user, with the tokens. */
  public UserOutcome delete(String name, Actor actor) {
    UserOutcome outcome = users.delete(name);
    finish(outcome, AuditAction.USER_DELETE, name, actor);
    return outcome;
  }

  /** Makes the first user; false, and nothing happens, when there is one already. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public boolean createFirst(String name, String password) {
    if (!users.createFirst(name, password)) {
      return false;
    }
    audit.write(
        Actor.SERVER, AuditAction.USER_SAVE, "user", name, AuditEntry.Outcome.DONE, "first user");
    return true;
  }

  /** To be called in the transaction that changes a user or a token. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void forgetWhenCommitted() {
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              authenticator.forget();
            }
          }
        });
  }

  private SignIn signIn(String name, String password, String address, boolean audited) {
    try {
      return authenticator.signIn(name, password, address, audited);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new SignIn.Busy();
    }
  }

  private void finish(UserOutcome outcome, AuditAction action, String name, Actor actor) {
    AuditEntry.Outcome done =
        switch (outcome) {
          case UserOutcome.Created ignored -> AuditEntry.Outcome.DONE;
          case UserOutcome.Changed ignored -> AuditEntry.Outcome.DONE;
          case UserOutcome.Deleted ignored -> AuditEntry.Outcome.DONE;
          case UserOutcome.Missing ignored -> AuditEntry.Outcome.REFUSED;
          case UserOutcome.Invalid ignored -> AuditEntry.Outcome.REFUSED;
          case UserOutcome.LastAdministrator ignored -> AuditEntry.Outcome.REFUSED;
        };
    audit.write(actor, action, "user", name, done, "");
    if (done == AuditEntry.Outcome.DONE) {
      forgetWhenCommitted();
    }
  }
}
