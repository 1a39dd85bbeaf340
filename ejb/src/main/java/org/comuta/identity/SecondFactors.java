package org.comuta.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import org.comuta.secret.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * The second factors of users: time-based codes (RFC 6238) of an app, and recovery codes for when
 * it is lost. Keys are sealed, recovery codes hashed; a code of either kind counts once. Any
 * thread; a change runs in the transaction of the caller.
 */
final class SecondFactors {
  private static final String ISSUER = "Comuta";

  private final SecondFactorStore store;
  private final Secrets secrets;
  private final Clock clock;

  SecondFactors(SecondFactorStore store, Secrets secrets, Clock clock) {
    this.store = store;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** Makes a key for a user to put into an app; null when there is a confirmed one already. */
  @Nullable Enrolment propose(String userName) {
    SecondFactorStore.Key before = store.find(userName);
    if (before != null && before.confirmed()) {
      return null;
    }
    byte[] key = SecretCodes.newKey();
    store.propose(userName, secrets.seal(Base64.getEncoder().encodeToString(key), place(userName)));
    return enrolment(userName, key);
  }

  /** The key that was proposed and is not confirmed yet, or null. */
  @Nullable Enrolment proposed(String userName) {
    SecondFactorStore.Key key = store.find(userName);
    return key == null || key.confirmed() ? null : enrolment(userName, open(userName, key));
  }

  /** Confirms the proposed key with its code of now; recovery codes, or null for a wrong code. */
  @Nullable List<String> confirm(String userName, String code) {
    SecondFactorStore.Key key = store.find(userName);
    if (key == null || key.confirmed()) {
      return null;
    }
    OptionalLong step = Totp.USUAL.match(open(userName, key), plain(code), clock.instant(), 0);
    if (step.isEmpty()) {
      return null;
    }
    List<String> recoveryCodes = SecretCodes.newRecoveryCodes();
    store.confirm(
        userName,
        step.getAsLong(),
        recoveryCodes.stream().map(SecretCodes::hashOfRecoveryCode).toList());
    return recoveryCodes;
  }

  /** Uses a code of the app, or a recovery code; false when it is wrong or was used before. */
  boolean use(String userName, String code) {
    SecondFactorStore.Key key = store.find(userName);
    if (key == null || !key.confirmed()) {
      return false;
    }
    OptionalLong step =
        Totp.USUAL.match(open(userName, key), plain(code), clock.instant(), key.lastStep());
    return step.isPresent()
        ? store.use(userName, step.getAsLong())
        : store.useRecovery(userName, SecretCodes.hashOfRecoveryCode(code));
  }

  /** How many recovery codes have not been used. */
  long recoveryCodesLeft(String userName) {
    return store.recoveryCodesLeft(userName);
  }

  void remove(String userName) {
    store.delete(userName);
  }

  private byte[] open(String userName, SecondFactorStore.Key key) {
    return Base64.getDecoder().decode(secrets.open(key.sealed(), place(userName)));
  }

  private static Enrolment enrolment(String userName, byte[] key) {
    String text = SecretCodes.base32(key);
    String uri =
        "otpauth://totp/%s:%s?secret=%s&issuer=%s"
            .formatted(ISSUER, URLEncoder.encode(userName, StandardCharsets.UTF_8), text, ISSUER);
    return new Enrolment(text, uri);
  }

  private static String plain(String code) {
    return code.replaceAll("\\s", "");
  }

  static String place(String userName) {
    return "user/" + userName + "/second-factor";
  }
}
