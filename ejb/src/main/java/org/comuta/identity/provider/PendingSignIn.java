package org.comuta.identity.provider;

import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import org.comuta.description.Json;

/**
 * A sign-in that has begun here and goes on at a provider.
 *
 * @param state comes back with the answer, which so belongs to this browser (RFC 6749 section
 *     10.12)
 * @param nonce comes back in the ID token, which so belongs to this sign-in
 * @param verifier proves to the provider that who asks for the token has begun (PKCE, RFC 7636)
 * @param until the answer must come before then
 */
public record PendingSignIn(
    String provider, String state, String nonce, String verifier, Instant until) {
  /** How long somebody may take to sign in there, in seconds. */
  public static final int SECONDS = 600;

  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new one. */
  static PendingSignIn begin(String provider, Instant now) {
    return new PendingSignIn(provider, random(), random(), random(), now.plusSeconds(SECONDS));
  }

  private static String random() {
    byte[] octets = new byte[32];
    RANDOM.nextBytes(octets);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
  }

  /** As text, to be sealed. */
  public String written() {
    return Json.object()
        .add("provider", provider)
        .add("state", state)
        .add("nonce", nonce)
        .add("verifier", verifier)
        .add("until", until.getEpochSecond())
        .build()
        .toString();
  }

  /** Reads what {@link #written} wrote. */
  public static PendingSignIn read(String written) {
    JsonObject read = Json.parse(written);
    return new PendingSignIn(
        read.getString("provider"),
        read.getString("state"),
        read.getString("nonce"),
        read.getString("verifier"),
        Instant.ofEpochSecond(read.getJsonNumber("until").longValueExact()));
  }

  /** Without what must stay secret. */
  @Override
  public String toString() {
    return "PendingSignIn[" + provider + "]";
  }
}
