package org.comuta.identity.provider;

import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the claims of a token must be before they are believed: OpenID Connect Core 1.0, section
 * 3.1.3.7, and Back-Channel Logout 1.0, section 2.6. The signature has been verified before.
 *
 * @param issuer who must have made it
 * @param clientId for whom it must be
 */
record TokenRules(String issuer, String clientId) {
  /** How far the clocks may be apart, in seconds. */
  static final long SKEW = 60;

  /** Oldest logout token, in seconds. */
  static final long LOGOUT_AGE = 300;

  private static final String LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";

  /** Throws unless the ID token was made for us, now, for this sign-in and this access token. */
  void checkIdToken(JWTClaimsSet claims, String nonce, @Nullable String accessToken, Instant now)
      throws ProviderException {
    forUs(claims);
    expires(claims, now, true);
    text(claims, "sub");
    if (!same(nonce, Claims.of(claims).text("nonce"))) {
      throw ProviderException.forged("nonce is not that of this sign-in");
    }
    Object hash = claims.getClaim("at_hash");
    if (hash != null
        && (accessToken == null || !same(halfHash(accessToken), String.valueOf(hash)))) {
      throw ProviderException.forged("at_hash is not that of the access token");
    }
  }

  /** Throws unless the logout token was made for us, a moment ago, to end a session. */
  void checkLogoutToken(JWTClaimsSet claims, Instant now) throws ProviderException {
    forUs(claims);
    expires(claims, now, false);
    Date made = claims.getIssueTime();
    if (made == null || made.toInstant().isBefore(now.minusSeconds(LOGOUT_AGE))) {
      throw ProviderException.forged("iat is too long ago");
    }
    if (!(claims.getClaim("events") instanceof Map<?, ?> events)
        || !(events.get(LOGOUT_EVENT) instanceof Map<?, ?>)) {
      throw ProviderException.forged("events does not speak of a logout");
    }
    if (claims.getClaim("nonce") != null) {
      throw ProviderException.forged("nonce is in a logout token");
    }
    text(claims, "jti");
    Claims read = Claims.of(claims);
    if (read.text("sub").isEmpty() && read.text("sid").isEmpty()) {
      throw ProviderException.forged("neither sub nor sid is there");
    }
  }

  private void forUs(JWTClaimsSet claims) throws ProviderException {
    if (!issuer.equals(claims.getIssuer())) {
      throw ProviderException.forged("iss is '" + claims.getIssuer() + "'");
    }
    List<String> audience = claims.getAudience();
    if (!audience.contains(clientId)) {
      throw ProviderException.forged("aud is " + audience);
    }
    Object party = claims.getClaim("azp");
    if (party == null ? audience.size() > 1 : !clientId.equals(party)) {
      throw ProviderException.forged("azp is '" + party + "'");
    }
  }

  private static void expires(JWTClaimsSet claims, Instant now, boolean needed)
      throws ProviderException {
    Date end = claims.getExpirationTime();
    Date made = claims.getIssueTime();
    Date begin = claims.getNotBeforeTime();
    if (end == null ? needed : !now.isBefore(end.toInstant().plusSeconds(SKEW))) {
      throw ProviderException.forged("exp is past, or missing");
    }
    if (made == null || made.toInstant().isAfter(now.plusSeconds(SKEW))) {
      throw ProviderException.forged("iat is ahead, or missing");
    }
    if (begin != null && begin.toInstant().isAfter(now.plusSeconds(SKEW))) {
      throw ProviderException.forged("nbf is ahead");
    }
  }

  private static void text(JWTClaimsSet claims, String name) throws ProviderException {
    if (Claims.of(claims).text(name).isBlank()) {
      throw ProviderException.forged(name + " is missing");
    }
  }

  /** The left half of SHA-256, as for every algorithm that is taken. */
  static String halfHash(String accessToken) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(accessToken.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(hash, hash.length / 2));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every Java platform has SHA-256", missing);
    }
  }

  /** In constant time. */
  static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
