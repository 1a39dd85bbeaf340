package org.comuta.identity.provider;

import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.comuta.description.Json;
import org.comuta.secret.Secrets;
import org.comuta.secret.UnreadableSecretException;
import org.jspecify.annotations.Nullable;

/**
 * One provider as it is set now: authorization code with PKCE (RFC 6749, RFC 7636), and what ends
 * sessions. What it says of itself is read again every hour, its keys every few minutes and when a
 * token names one that is not known. Blocks. Any thread.
 */
final class OpenIdProvider implements AutoCloseable {
  private static final Duration METADATA_KEPT = Duration.ofHours(1);
  private static final Duration FAILURE_KEPT = Duration.ofSeconds(10);

  /** Codes that are redeemed at once: whoever sends false ones takes no more threads than these. */
  private static final int MOST_AT_ONCE = 8;

  /** What was read of the provider, with what verifies its tokens. */
  private record Known(ProviderMetadata metadata, TokenSignatures signatures, Instant until) {}

  /** Why it could not be read a moment ago. */
  private record Failure(String why, Instant until) {}

  private final IdentityProvider provider;
  private final ProviderHttp http;
  private final Secrets secrets;
  private final TokenRules rules;
  private final Clock clock;
  private final ReentrantLock reading = new ReentrantLock();
  private final Semaphore turns = new Semaphore(MOST_AT_ONCE);
  private volatile @Nullable Known known;
  private volatile @Nullable Failure failure;

  OpenIdProvider(IdentityProvider provider, Secrets secrets, Clock clock) throws ProviderException {
    this.provider = provider;
    this.http = new ProviderHttp(provider);
    this.secrets = secrets;
    this.rules = new TokenRules(provider.effectiveIssuer(), provider.clientId());
    this.clock = clock;
  }

  IdentityProvider provider() {
    return provider;
  }

  /**
   * One thread reads it; whoever comes meanwhile waits for that, and soon after a failure fails.
   */
  private Known known() throws ProviderException {
    Known last = known;
    if (last != null && clock.instant().isBefore(last.until())) {
      return last;
    }
    try {
      if (!reading.tryLock(provider.timeLimit(), TimeUnit.SECONDS)) {
        throw ProviderException.away("others are asking it at this moment");
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw ProviderException.away("interrupted");
    }
    try {
      return read();
    } finally {
      reading.unlock();
    }
  }

  private Known read() throws ProviderException {
    Known last = known;
    Instant now = clock.instant();
    if (last != null && now.isBefore(last.until())) {
      return last;
    }
    Failure failed = failure;
    if (failed != null && now.isBefore(failed.until())) {
      throw ProviderException.away(failed.why());
    }
    String issuer = provider.effectiveIssuer();
    try {
      ProviderMetadata metadata =
          ProviderMetadata.read(http.get(ProviderMetadata.address(issuer)), issuer);
      TokenSignatures signatures =
          last != null && last.metadata().keys().equals(metadata.keys())
              ? last.signatures()
              : signatures(metadata.keys());
      Known read = new Known(metadata, signatures, now.plus(METADATA_KEPT));
      known = read;
      return read;
    } catch (ProviderException away) {
      failure = new Failure(String.valueOf(away.getMessage()), now.plus(FAILURE_KEPT));
      throw away;
    }
  }

  private TokenSignatures signatures(URI keys) throws ProviderException {
    try {
      return new TokenSignatures(
          JWKSourceBuilder.create(keys.toURL(), http).refreshAheadCache(false).build());
    } catch (MalformedURLException unusable) {
      throw ProviderException.away("jwks_uri: " + unusable.getMessage());
    }
  }

  /** Where to send the browser. */
  URI authorization(PendingSignIn pending) throws ProviderException {
    FormText query =
        new FormText()
            .add("response_type", "code")
            .add("client_id", provider.clientId())
            .add("redirect_uri", provider.redirectAddress().toString())
            .add("scope", String.join(" ", provider.scopes()))
            .add("state", pending.state())
            .add("nonce", pending.nonce())
            .add("code_challenge", challenge(pending.verifier()))
            .add("code_challenge_method", "S256");
    return with(known().metadata().authorization(), query);
  }

  private static URI with(URI address, FormText query) {
    return URI.create(address + (address.getRawQuery() == null ? "?" : "&") + query);
  }

  private static String challenge(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every Java platform has SHA-256", missing);
    }
  }

  /**
   * Who has signed in there.
   *
   * @param answer the parameters with which the browser came back
   */
  ProviderPerson finish(PendingSignIn pending, Map<String, String> answer)
      throws ProviderException {
    ProviderMetadata metadata = known().metadata();
    if (!clock.instant().isBefore(pending.until())) {
      throw ProviderException.forged("the sign-in began too long ago");
    }
    if (!pending.provider().equals(provider.name())
        || !TokenRules.same(pending.state(), answer.getOrDefault("state", ""))) {
      throw ProviderException.forged("state is not that of this browser");
    }
    String issuer = answer.get("iss");
    if (issuer == null ? metadata.tellsIssuer() : !issuer.equals(provider.effectiveIssuer())) {
      throw ProviderException.forged("the answer is of the issuer '" + issuer + "'");
    }
    String error = answer.get("error");
    if (error != null) {
      throw new ProviderException(ProviderException.Reason.DENIED, "the answer is " + error);
    }
    String code = answer.getOrDefault("code", "");
    if (code.isEmpty()) {
      throw ProviderException.forged("code is missing");
    }
    JsonObject tokens = redeem(metadata, code, pending);
    String idToken = tokens.getString("id_token", "");
    JWTClaimsSet claims = known().signatures().ofIdToken(idToken);
    rules.checkIdToken(
        claims, pending.nonce(), tokens.getString("access_token", null), clock.instant());
    return PersonRules.person(provider, Claims.of(claims), idToken);
  }

  private JsonObject redeem(ProviderMetadata metadata, String code, PendingSignIn pending)
      throws ProviderException {
    FormText form =
        new FormText()
            .add("grant_type", "authorization_code")
            .add("code", code)
            .add("redirect_uri", provider.redirectAddress().toString())
            .add("code_verifier", pending.verifier());
    String secret = secret();
    String authorization = "";
    if (secret.isEmpty() || metadata.postsSecret()) {
      form.add("client_id", provider.clientId());
    }
    if (!secret.isEmpty() && metadata.postsSecret()) {
      form.add("client_secret", secret);
    } else if (!secret.isEmpty()) {
      // RFC 6749 section 2.3.1: both are encoded before they are put together.
      String pair = FormText.encoded(provider.clientId()) + ":" + FormText.encoded(secret);
      authorization =
          "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
    if (!turns.tryAcquire()) {
      throw ProviderException.away("too many sign in at this moment");
    }
    HttpResponse<String> answer;
    try {
      answer = http.post(metadata.token(), form.toString(), authorization);
    } finally {
      turns.release();
    }
    JsonObject body;
    try {
      body = Json.parse(answer.body());
    } catch (JsonException malformed) {
      throw ProviderException.away("the token endpoint answers " + answer.statusCode());
    }
    if (answer.statusCode() != 200) {
      String error = body.getString("error", String.valueOf(answer.statusCode()));
      throw error.equals("invalid_grant")
          ? ProviderException.forged("the code is not taken: " + error)
          : ProviderException.away("the token endpoint says " + error);
    }
    return body;
  }

  private String secret() throws ProviderException {
    try {
      return provider.clientSecret().open(secrets, provider.secretPlace());
    } catch (UnreadableSecretException lost) {
      throw ProviderException.away("clientSecret: " + lost.getMessage());
    }
  }

  /** Where to sign out there; null where that is not possible. */
  @Nullable URI endSession(String idToken) throws ProviderException {
    URI end = known().metadata().endSession();
    return end == null
        ? null
        : with(
            end,
            new FormText()
                .add("id_token_hint", idToken)
                .add("client_id", provider.clientId())
                .add("post_logout_redirect_uri", provider.signedOutAddress().toString()));
  }

  /** What a logout token ends, once it is known to be one. */
  EndedThere loggedOut(String logoutToken) throws ProviderException {
    JWTClaimsSet claims = known().signatures().ofLogoutToken(logoutToken);
    rules.checkLogoutToken(claims, clock.instant());
    Claims read = Claims.of(claims);
    String subject = read.text("sub");
    return new EndedThere(
        read.text("jti"),
        subject.isEmpty() ? "" : read.text("iss") + " " + subject,
        read.text("sid"));
  }

  @Override
  public void close() {
    http.close();
  }
}
