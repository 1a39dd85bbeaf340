package org.comuta.identity;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.comuta.database.Sql;
import org.comuta.identity.directory.Directory;
import org.comuta.identity.directory.LdapDirectories;
import org.comuta.identity.provider.IdentityProvider;
import org.comuta.identity.provider.OpenIdProviders;
import org.comuta.secret.Secrets;

/** The objects that know users and their sign-in, one of each for the application. Any thread. */
final class IdentityParts {
  private static final int BCRYPT_COST = 12;
  private static final long LONGEST_WAIT_MILLIS = 5_000;
  private static final int LOCK_SUBJECTS_KEPT = 10_000;
  private static final Duration VERIFIED_KEPT = Duration.ofSeconds(30);
  private static final int VERIFIED_MOST = 1_000;
  private static final Duration USE_WRITTEN_EVERY = Duration.ofMinutes(1);
  private static final Duration POLICY_KEPT = Duration.ofSeconds(10);

  final Clock clock;
  final SignInLock lock;
  final PolicyStore policies;
  final CurrentPolicy policy;
  final Sessions sessions;
  final UserStore store;
  final Users users;
  final TokenStore tokens;
  final SshKeys sshKeys;
  final SecondFactors secondFactors;
  final Authenticator authenticator;
  final AuditLog audit;
  final Settings settings;
  final LdapDirectories ldap;
  final CurrentSettings<Directory> directories;
  final CurrentSettings<IdentityProvider> providers;
  final ProviderUsers providerUsers;
  final OpenIdProviders openId;
  final Secrets secrets;
  private final ForeignUsers foreign;
  private final TransactionSynchronizationRegistry transaction;

  /**
   * @param node name of this server, unlike that of any other with the same database
   */
  IdentityParts(
      DataSource source,
      TransactionSynchronizationRegistry transaction,
      Secrets secrets,
      SignInWatch watch,
      String node,
      Clock clock) {
    this.transaction = transaction;
    this.clock = clock;
    Sql sql = new Sql(source);
    int atOnce = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    PasswordHasher hasher = new PasswordHasher(BCRYPT_COST, atOnce, LONGEST_WAIT_MILLIS);
    store = new UserStore(sql);
    tokens = new TokenStore(sql);
    sshKeys = new SshKeys(new SshKeyStore(sql), clock);
    lock = new SignInLock(LOCK_SUBJECTS_KEPT);
    policies = new PolicyStore(sql);
    policy = new CurrentPolicy(policies, POLICY_KEPT, clock);
    sessions = new Sessions(new SessionStore(sql), policy, node, clock);
    users = new Users(store, hasher, sessions, policy, clock);
    audit = new AuditLog(sql, clock);
    secondFactors = new SecondFactors(new SecondFactorStore(sql), secrets, clock);
    settings = new Settings(new SettingStore(sql), SettingKinds.catalogue(), secrets, clock);
    directories = new CurrentSettings<>(() -> settings.all(Directory.class), POLICY_KEPT, clock);
    ldap = new LdapDirectories(secrets, clock);
    providers =
        new CurrentSettings<>(() -> settings.all(IdentityProvider.class), POLICY_KEPT, clock);
    openId = new OpenIdProviders(secrets, clock);
    this.secrets = secrets;
    foreign = new ForeignUsers(store, sessions, audit, clock);
    providerUsers = new ProviderUsers(providers, foreign);
    authenticator =
        new Authenticator(
            store,
            tokens,
            hasher,
            lock,
            policy,
            secondFactors,
            new VerifiedCredentials<>(VERIFIED_KEPT, VERIFIED_MOST),
            new VerifiedCredentials<>(VERIFIED_KEPT, VERIFIED_MOST),
            new TokenUses(tokens, USE_WRITTEN_EVERY, VERIFIED_MOST),
            new DirectoryUsers(directories, ldap, foreign, clock),
            audit,
            watch,
            clock);
  }

  /**
   * Ends the users of directories and providers that are disabled or deleted: their sessions, and
   * what their tokens may do. To be called in the transaction that changes one, and from time to
   * time, for another node may have changed one while somebody was signing in. They come back with
   * their next sign-in, or when their directory is asked for them again.
   *
   * @return whether there were any; then {@link Authenticator#forget} is due after the transaction
   */
  boolean endUsersOfFormerOrigins(String address) {
    boolean ofDirectories =
        foreign.keepThoseOf(
            Origin.Kind.DIRECTORY,
            settings.all(Directory.class).stream()
                .filter(Directory::enabled)
                .map(Directory::name)
                .collect(Collectors.toSet()),
            address);
    boolean ofProviders =
        foreign.keepThoseOf(
            Origin.Kind.PROVIDER,
            settings.all(IdentityProvider.class).stream()
                .filter(IdentityProvider::enabled)
                .map(IdentityProvider::name)
                .collect(Collectors.toSet()),
            address);
    return ofDirectories || ofProviders;
  }

  /**
   * To be called in the transaction that changes a setting.
   *
   * @param address of the one who changes it
   */
  void settingChanged(String address) {
    endUsersOfFormerOrigins(address);
    forgetWhenCommitted();
  }

  /** To be called in the transaction that changes a user, a token or the rules of sign-in. */
  void forgetWhenCommitted() {
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              policy.forget();
              directories.forget();
              providers.forget();
              authenticator.forget();
            }
          }
        });
  }
}
