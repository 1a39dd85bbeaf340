package org.comuta.archive;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.comuta.archive.ArchiveException.Reason;
import org.comuta.description.Json;
import org.comuta.secret.SecretCipher.Derivation;
import org.jspecify.annotations.Nullable;

/**
 * What shows that the list of a backup's files, and by the hashes in it the files, are as they were
 * written: its second file, {@code manifest.seal}. With a passphrase an HMAC (RFC 2104) with
 * SHA-256 under a key made of it, so that nobody without it can make one; else a plain SHA-256,
 * which shows damage only.
 */
final class ArchiveSeal {
  static final String NAME = "manifest.seal";

  private static final String AUTHENTIC = "HMAC-SHA256";
  private static final String WHOLE = "SHA-256";
  private static final String ALGORITHM = "algorithm";
  private static final String VALUE = "value";
  private static final String ITERATIONS = "iterations";
  private static final String SALT = "salt";

  private ArchiveSeal() {}

  /** The seal of a manifest. */
  static byte[] of(byte[] manifest, @Nullable String passphrase) {
    JsonObjectBuilder seal;
    if (passphrase == null) {
      seal =
          Json.object().add(ALGORITHM, WHOLE).add(VALUE, HexFormat.of().formatHex(hash(manifest)));
    } else {
      Derivation derivation = Derivation.fresh();
      byte[] value = mac(manifest, passphrase, derivation);
      seal = told(derivation).add(ALGORITHM, AUTHENTIC).add(VALUE, HexFormat.of().formatHex(value));
    }
    return seal.build().toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Refuses a manifest that this is not the seal of. */
  static void verify(byte[] manifest, byte[] seal, @Nullable String passphrase)
      throws ArchiveException {
    JsonObject json;
    byte[] value;
    boolean authentic;
    try {
      json = Json.parse(new String(seal, StandardCharsets.UTF_8));
      value = HexFormat.of().parseHex(json.getString(VALUE));
      authentic = json.getString(ALGORITHM).equals(AUTHENTIC);
      if (!authentic && !json.getString(ALGORITHM).equals(WHOLE)) {
        throw new IllegalArgumentException(ALGORITHM);
      }
    } catch (JsonException
        | NullPointerException
        | ClassCastException
        | IllegalArgumentException malformed) {
      throw ArchiveException.damaged("The seal of the backup cannot be read.");
    }
    if (authentic && passphrase == null) {
      throw new ArchiveException(Reason.PASSPHRASE, "The backup has a passphrase: give it.");
    }
    if (!authentic && passphrase != null) {
      throw new ArchiveException(
          Reason.PASSPHRASE,
          "The backup has no passphrase, so it may be anybody's: give none to restore it.");
    }
    byte[] expected =
        passphrase == null ? hash(manifest) : mac(manifest, passphrase, derivation(json));
    if (!MessageDigest.isEqual(expected, value)) {
      throw passphrase == null
          ? ArchiveException.damaged("The backup was changed.")
          : new ArchiveException(
              Reason.PASSPHRASE, "The passphrase is another one, or the backup was changed.");
    }
  }

  static JsonObjectBuilder told(Derivation derivation) {
    return Json.object()
        .add("derivation", "PBKDF2-HMAC-SHA256")
        .add(ITERATIONS, derivation.iterations())
        .add(SALT, derivation.salt());
  }

  static Derivation derivation(JsonObject told) throws ArchiveException {
    Derivation derivation = new Derivation(told.getInt(ITERATIONS, 0), told.getString(SALT, ""));
    if (!derivation.isUsable()) {
      throw ArchiveException.format(
          "The backup needs a salt and at most " + Derivation.MOST_ITERATIONS + " iterations.");
    }
    return derivation;
  }

  private static byte[] hash(byte[] manifest) {
    return digest().digest(manifest);
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }

  private static byte[] mac(byte[] manifest, String passphrase, Derivation derivation) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(derivation.key(passphrase), "HmacSHA256"));
      return mac.doFinal(manifest);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA-256", impossible);
    }
  }
}
