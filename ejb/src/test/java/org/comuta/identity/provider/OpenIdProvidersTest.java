package org.comuta.identity.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.comuta.identity.Role;
import org.comuta.identity.provider.ProviderException.Reason;
import org.comuta.secret.Secrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sign-in with a provider that lies in every way it can. */
class OpenIdProvidersTest {
  private FakeProvider fake;
  private OpenIdProviders providers;
  private IdentityProvider provider;

  @BeforeEach
  void begin(@TempDir Path folder) throws IOException {
    fake = new FakeProvider();
    providers =
        new OpenIdProviders(Secrets.keptIn(folder.resolve("secret-keys")), Clock.systemUTC());
    provider = described(same -> same);
  }

  @AfterEach
  void end() {
    fake.close();
  }

  private IdentityProvider described(UnaryOperator<JsonObjectBuilder> changed) {
    JsonObject body =
        changed
            .apply(
                Json.createObjectBuilder()
                    .add("name", "office")
                    .add("label", "Office")
                    .add("issuer", fake.issuer())
                    .add("clientId", FakeProvider.CLIENT)
                    .add("clientSecret", FakeProvider.SECRET)
                    .add("portalAddress", "https://comuta.example.com/")
                    .add("operatorGroups", Json.createArrayBuilder().add("staff")))
            .build();
    var parsed = new ProviderRules().description().parse(body);
    return Objects.requireNonNull(parsed.object(), () -> parsed.problems().toString());
  }

  private JWTClaimsSet.Builder claims(PendingSignIn pending) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(fake.issuer())
        .audience(FakeProvider.CLIENT)
        .subject("s-1")
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(300)))
        .claim("nonce", pending.nonce())
        .claim("preferred_username", "Maria")
        .claim("name", "Maria Silva")
        .claim("sid", "session-1")
        .claim("groups", List.of("/staff"));
  }

  private PendingSignIn pending() throws ProviderException {
    return providers.begin(provider).pending();
  }

  private String signed(PendingSignIn pending) {
    return FakeProvider.signed(claims(pending).build(), JWSAlgorithm.RS256, fake.key);
  }

  private static Map<String, String> answer(PendingSignIn pending) {
    return Map.of("state", pending.state(), "code", "c-1");
  }

  private void refused(
      PendingSignIn pending, Map<String, String> answer, Reason reason, String why) {
    assertThatThrownBy(() -> providers.finish(provider, pending, answer))
        .isInstanceOfSatisfying(
            ProviderException.class,
            refused -> {
              assertThat(refused.reason()).as(refused.getMessage()).isEqualTo(reason);
              assertThat(refused).hasMessageContaining(why);
            });
  }

  @Test
  void theBrowserIsSentWithStateNonceAndChallenge() throws ProviderException {
    OpenIdProviders.Begun begun = providers.begin(provider);
    Map<String, String> query = new HashMap<>();
    for (String pair : begun.address().getRawQuery().split("&", -1)) {
      String[] parts = pair.split("=", 2);
      query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    assertThat(query)
        .containsEntry("response_type", "code")
        .containsEntry("client_id", FakeProvider.CLIENT)
        .containsEntry("redirect_uri", "https://comuta.example.com/sign-in/callback/office")
        .containsEntry("scope", "openid profile email")
        .containsEntry("state", begun.pending().state())
        .containsEntry("nonce", begun.pending().nonce())
        .containsEntry("code_challenge_method", "S256")
        .doesNotContainValue(begun.pending().verifier());
    assertThat(begun.address().toString()).startsWith(fake.issuer() + "/authorize?");
  }

  @Test
  void somebodyIsKnownByAnIdTokenThatIsRight() throws ProviderException {
    PendingSignIn pending = pending();
    fake.gives(signed(pending), "a");
    ProviderPerson person = providers.finish(provider, pending, answer(pending));
    assertThat(person.subject()).isEqualTo(fake.issuer() + " s-1");
    assertThat(person.userName()).isEqualTo("maria");
    assertThat(person.fullName()).isEqualTo("Maria Silva");
    assertThat(person.role()).isEqualTo(Role.OPERATOR);
    assertThat(person.providerSession()).isEqualTo("session-1");
    assertThat(fake.form())
        .containsEntry("code", "c-1")
        .containsEntry("code_verifier", pending.verifier())
        .containsEntry("redirect_uri", "https://comuta.example.com/sign-in/callback/office")
        .doesNotContainKey("client_secret");
    assertThat(
            new String(
                Base64.getDecoder().decode(fake.authorization().substring(6)),
                StandardCharsets.UTF_8))
        .isEqualTo("comuta:a+secret+%26+more");
    assertThat(person.toString()).doesNotContain(person.idToken());
  }

  @Test
  void theAnswerIsOfThisBrowserAndThisProvider() throws ProviderException {
    PendingSignIn pending = pending();
    fake.gives(signed(pending), "a");
    refused(pending, Map.of("code", "c-1"), Reason.FORGED, "state");
    refused(pending, Map.of("code", "c-1", "state", "x"), Reason.FORGED, "state");
    refused(pending, Map.of("state", pending.state()), Reason.FORGED, "code");
    refused(
        pending,
        Map.of("state", pending.state(), "code", "c-1", "iss", "https://evil.example.com"),
        Reason.FORGED,
        "issuer");
    refused(
        pending,
        Map.of("state", pending.state(), "error", "access_denied"),
        Reason.DENIED,
        "access_denied");
    PendingSignIn elsewhere =
        new PendingSignIn("other", pending.state(), pending.nonce(), "v", pending.until());
    refused(elsewhere, answer(pending), Reason.FORGED, "state");
    PendingSignIn old = new PendingSignIn("office", "s", "n", "v", Instant.now().minusSeconds(1));
    refused(old, answer(old), Reason.FORGED, "too long ago");
  }

  @Test
  void aProviderThatNamesItsIssuerAlwaysDoesSo() throws ProviderException {
    fake.discovery(one -> one.add("authorization_response_iss_parameter_supported", true));
    PendingSignIn pending = pending();
    fake.gives(signed(pending), "a");
    refused(pending, answer(pending), Reason.FORGED, "issuer");
    Map<String, String> named = new HashMap<>(answer(pending));
    named.put("iss", fake.issuer());
    assertThat(providers.finish(provider, pending, named).userName()).isEqualTo("maria");
  }

  @Test
  void onlyAsymmetricAlgorithmsAndThePublishedKeysCount() throws ProviderException {
    PendingSignIn pending = pending();
    JWTClaimsSet claims = claims(pending).build();
    RSAKey other = FakeProvider.rsa("one");
    ECKey curve = FakeProvider.ec("two");
    fake.publish(fake.key, curve);
    Map<String, String> bad = new HashMap<>();
    bad.put("none", new PlainJWT(claims).serialize());
    bad.put("the public key as a secret", fake.signedWithThePublicKey(claims));
    bad.put("a stronger algorithm", FakeProvider.signed(claims, JWSAlgorithm.RS512, fake.key));
    bad.put("another key of the same name", FakeProvider.signed(claims, JWSAlgorithm.RS256, other));
    bad.put("a logout token", FakeProvider.signed(claims, "logout+jwt", fake.key));
    bad.put("nothing", "");
    bad.put("no token", "a.b.c");
    bad.put("cut off", signed(pending).replaceFirst("[.][^.]*$", "."));
    bad.forEach(
        (what, token) -> {
          fake.gives(token, "a");
          refused(pending, answer(pending), Reason.FORGED, "not signed");
        });
    for (String token :
        List.of(
            FakeProvider.signed(claims, JWSAlgorithm.RS256, fake.key),
            FakeProvider.signed(claims, JWSAlgorithm.PS256, fake.key),
            FakeProvider.signed(claims, JWSAlgorithm.ES256, curve))) {
      fake.gives(token, "a");
      assertThat(providers.finish(provider, pending, answer(pending)).userName())
          .isEqualTo("maria");
    }
  }

  @Test
  void aNewKeyIsReadWhenATokenNamesIt() throws ProviderException {
    PendingSignIn pending = pending();
    fake.gives(signed(pending), "a");
    providers.finish(provider, pending, answer(pending));
    int before = fake.keyRequests();
    providers.finish(provider, pending, answer(pending));
    assertThat(fake.keyRequests()).as("kept").isEqualTo(before);
    RSAKey next = FakeProvider.rsa("next");
    fake.publish(next);
    fake.gives(FakeProvider.signed(claims(pending).build(), JWSAlgorithm.RS256, next), "a");
    assertThat(providers.finish(provider, pending, answer(pending)).userName()).isEqualTo("maria");
  }

  @Test
  void theTokenEndpointIsNotBelievedBlindly() throws ProviderException {
    PendingSignIn pending = pending();
    fake.answers(400, "{\"error\":\"invalid_grant\"}");
    refused(pending, answer(pending), Reason.FORGED, "invalid_grant");
    fake.answers(401, "{\"error\":\"invalid_client\"}");
    refused(pending, answer(pending), Reason.AWAY, "invalid_client");
    fake.answers(502, "<html>");
    refused(pending, answer(pending), Reason.AWAY, "502");
    fake.answers(302, "{}");
    refused(pending, answer(pending), Reason.AWAY, "302");
    fake.answers(200, "{\"id_token\":\"" + "x".repeat(600_000) + "\"}");
    refused(pending, answer(pending), Reason.AWAY, "token");
  }

  @Test
  void anotherIssuersDocumentIsNotTaken() {
    fake.discovery(one -> one.add("issuer", "https://evil.example.com"));
    assertThatThrownBy(() -> providers.begin(provider)).hasMessageContaining("evil.example.com");
    IdentityProvider other = described(body -> body.add("clientId", "another"));
    fake.discovery(one -> one.add("token_endpoint", "http://192.0.2.1/token"));
    assertThatThrownBy(() -> providers.begin(other)).hasMessageContaining("token_endpoint");
    fake.discovery(same -> same);
    assertThatThrownBy(() -> providers.begin(other))
        .as("it is not asked again at once")
        .hasMessageContaining("token_endpoint");
  }

  @Test
  void aChangeCountsAtOnce() throws ProviderException {
    providers.begin(provider);
    IdentityProvider changed = described(body -> body.add("clientId", "another"));
    assertThat(providers.begin(changed).address().toString()).contains("client_id=another");
  }

  @Test
  void aLogoutTokenEndsASession() throws ProviderException {
    JWTClaimsSet logout =
        new JWTClaimsSet.Builder()
            .issuer(fake.issuer())
            .audience(FakeProvider.CLIENT)
            .jwtID("j-1")
            .issueTime(Date.from(Instant.now()))
            .claim("sid", "session-1")
            .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))
            .build();
    String token = FakeProvider.signed(logout, "logout+jwt", fake.key);
    assertThat(providers.loggedOut(provider, token))
        .isEqualTo(new EndedThere("j-1", "", "session-1"));
    String forged = FakeProvider.signed(logout, "logout+jwt", FakeProvider.rsa("one"));
    assertThatThrownBy(() -> providers.loggedOut(provider, forged))
        .isInstanceOf(ProviderException.class);
  }

  @Test
  void signingOutThereComesBackToOurSignInPage() throws ProviderException {
    assertThat(String.valueOf(providers.endSession(provider, "hint")))
        .startsWith(fake.issuer() + "/end?id_token_hint=hint")
        .contains("post_logout_redirect_uri=https%3A%2F%2Fcomuta.example.com%2Fsign-in.xhtml");
  }
}
