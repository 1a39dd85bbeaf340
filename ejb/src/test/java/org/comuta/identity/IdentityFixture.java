package org.comuta.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.comuta.database.Sql;
import org.comuta.secret.Secrets;

/** Everything about sign-in over a database in memory, with a clock and rules that can be set. */
final class IdentityFixture {
  static final String PASSWORD = "correct horse battery";

  final SettableClock clock = new SettableClock();
  final Secrets secrets = newSecrets();
  final Sql sql;
  final PasswordHasher hasher = new PasswordHasher(4, 2, 1_000);
  final UserStore store;
  final TokenStore tokens;
  final AuditLog audit;
  final RecordingSignInWatch watch = new RecordingSignInWatch();
  final SignInLock lock = new SignInLock(100);
  final Sessions sessions;
  final Users users;
  final SecondFactors secondFactors;
  final Authenticator authenticator;
  final FakeDirectories directories = new FakeDirectories();
  final DirectoryUsers directoryUsers;
  SignInPolicy policy = SignInPolicy.SHIPPED;

  IdentityFixture() {
    this(IdentityDatabase.create());
  }

  IdentityFixture(Sql sql) {
    this.sql = sql;
    store = new UserStore(sql);
    tokens = new TokenStore(sql);
    audit = new AuditLog(sql, clock);
    sessions = new Sessions(new SessionStore(sql), () -> policy, "here", clock);
    users = new Users(store, hasher, sessions, () -> policy, clock);
    secondFactors = new SecondFactors(new SecondFactorStore(sql), secrets, clock);
    directoryUsers =
        new DirectoryUsers(
            directories::all, directories, new ForeignUsers(store, sessions, audit, clock), clock);
    authenticator =
        new Authenticator(
            store,
            tokens,
            hasher,
            lock,
            () -> policy,
            secondFactors,
            new VerifiedCredentials<>(Duration.ofSeconds(30), 100),
            new VerifiedCredentials<>(Duration.ofSeconds(30), 100),
            new TokenUses(tokens, Duration.ofMinutes(1), 100),
            directoryUsers,
            audit,
            watch,
            clock);
    users.createFirst("admin", PASSWORD);
  }

  private static Secrets newSecrets() {
    try {
      Path folder = Files.createTempDirectory("comuta-identity");
      Path keys = folder.resolve("secret-keys");
      Secrets secrets = Secrets.keptIn(keys);
      Files.delete(keys);
      Files.delete(folder);
      return secrets;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rules that are shipped, but for one number. */
  static SignInPolicy with(SignInPolicy.Amount other, long value) {
    return SignInPolicy.of(amount -> amount == other ? value : amount.otherwise());
  }

  /** Makes or changes a user with the password of all here. */
  void save(String name, Role role, boolean enabled) {
    users.save(new UserChange(name, "", role, OwnRights.NONE, enabled, PASSWORD), Rights.ALL);
    authenticator.forget();
  }

  List<AuditAction> actions() {
    return audit.page(AuditQuery.ALL, 0, 100).stream().map(AuditEntry::action).toList();
  }
}
