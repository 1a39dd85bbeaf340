package org.comuta.identity.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The claims of tokens as a decision table: the claim at fault, or that nothing is. */
class TokenRulesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String ISSUER = "https://login.example.com/realms/office";
  private static final String ACCESS_TOKEN = "an access token";
  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
  private static final TokenRules RULES = new TokenRules(ISSUER, "comuta");

  interface Change extends UnaryOperator<JWTClaimsSet.Builder> {}

  private static Date at(long seconds) {
    return Date.from(NOW.plusSeconds(seconds));
  }

  private static Arguments row(String what, String wrong, Change change) {
    return Arguments.of(what, wrong, change);
  }

  static Stream<Arguments> idTokens() {
    return Stream.of(
        row("as it must be", "", same -> same),
        row("another issuer", "iss", one -> one.issuer("https://login.example.org")),
        row("the issuer with a stroke more", "iss", one -> one.issuer(ISSUER + "/")),
        row("no issuer", "iss", one -> one.issuer(null)),
        row("another audience", "aud", one -> one.audience("other")),
        row("no audience", "aud", one -> one.audience((String) null)),
        row("two audiences, no party", "azp", one -> one.audience(List.of("comuta", "other"))),
        row(
            "two audiences, we are the party",
            "",
            one -> one.audience(List.of("comuta", "other")).claim("azp", "comuta")),
        row("another party", "azp", one -> one.claim("azp", "other")),
        row("we are the party", "", one -> one.claim("azp", "comuta")),
        row("expired", "exp", one -> one.expirationTime(at(-61))),
        row("expired within the skew", "", one -> one.expirationTime(at(-59))),
        row("never expires", "exp", one -> one.expirationTime(null)),
        row("made ahead of time", "iat", one -> one.issueTime(at(61))),
        row("made ahead within the skew", "", one -> one.issueTime(at(59))),
        row("made at no time", "iat", one -> one.issueTime(null)),
        row("not before a while", "nbf", one -> one.notBeforeTime(at(61))),
        row("another nonce", "nonce", one -> one.claim("nonce", "of another sign-in")),
        row("no nonce", "nonce", one -> one.claim("nonce", null)),
        row("a nonce that is no text", "nonce", one -> one.claim("nonce", 7)),
        row("no subject", "sub", one -> one.subject(null)),
        row("a blank subject", "sub", one -> one.subject(" ")),
        row("another access token", "at_hash", one -> one.claim("at_hash", "x")),
        row(
            "this access token",
            "",
            one -> one.claim("at_hash", TokenRules.halfHash(ACCESS_TOKEN))));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("idTokens")
  void anIdTokenIsForUsNowAndForThisSignIn(String what, String wrong, Change change) {
    JWTClaimsSet claims =
        change
            .apply(
                new JWTClaimsSet.Builder()
                    .issuer(ISSUER)
                    .audience("comuta")
                    .subject("s-1")
                    .issueTime(at(-1))
                    .expirationTime(at(300))
                    .claim("nonce", "n"))
            .build();
    judge(wrong, () -> RULES.checkIdToken(claims, "n", ACCESS_TOKEN, NOW));
  }

  static Stream<Arguments> logoutTokens() {
    return Stream.of(
        row("as it must be", "", same -> same),
        row("by the subject", "", one -> one.claim("sid", null).subject("s-1")),
        row("of nobody", "neither", one -> one.claim("sid", null)),
        row("another issuer", "iss", one -> one.issuer("https://login.example.org")),
        row("another audience", "aud", one -> one.audience("other")),
        row("no event", "events", one -> one.claim("events", null)),
        row("another event", "events", one -> one.claim("events", Map.of("x", Map.of()))),
        row("an ID token", "nonce", one -> one.claim("nonce", "n")),
        row("without identity", "jti", one -> one.jwtID(null)),
        row("old", "iat", one -> one.issueTime(at(-301))),
        row("expired", "exp", one -> one.expirationTime(at(-61))),
        row("made at no time", "iat", one -> one.issueTime(null)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("logoutTokens")
  void aLogoutTokenIsForUsAndFresh(String what, String wrong, Change change) {
    JWTClaimsSet claims =
        change
            .apply(
                new JWTClaimsSet.Builder()
                    .issuer(ISSUER)
                    .audience("comuta")
                    .jwtID("j-1")
                    .issueTime(at(-1))
                    .claim("sid", "session")
                    .claim("events", Map.of(EVENT, Map.of())))
            .build();
    judge(wrong, () -> RULES.checkLogoutToken(claims, NOW));
  }

  private interface Check {
    void run() throws ProviderException;
  }

  private static void judge(String wrong, Check check) {
    @Nullable ProviderException refused = null;
    try {
      check.run();
    } catch (ProviderException why) {
      refused = why;
    }
    if (wrong.isEmpty()) {
      assertThat(refused).isNull();
    } else {
      assertThat(refused).hasMessageStartingWith(wrong);
    }
  }
}
