package org.comuta.identity.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the signatures of tokens of one provider: by the keys it publishes, and by asymmetric
 * algorithms only, whatever a token says of itself (RFC 8725). Any thread.
 */
final class TokenSignatures {
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);
  private static final JOSEObjectType LOGOUT = new JOSEObjectType("logout+jwt");
  private static final int LONGEST = 32_000;

  private final DefaultJWTProcessor<SecurityContext> idTokens;
  private final DefaultJWTProcessor<SecurityContext> logoutTokens;

  TokenSignatures(JWKSource<SecurityContext> keys) {
    idTokens = processor(keys, JOSEObjectType.JWT, null);
    logoutTokens = processor(keys, JOSEObjectType.JWT, LOGOUT, null);
  }

  private static DefaultJWTProcessor<SecurityContext> processor(
      JWKSource<SecurityContext> keys, @Nullable JOSEObjectType... types) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(types));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
    // What the claims must be is said by the rules of the kind of token.
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    return processor;
  }

  /** The claims of an ID token that the provider has signed. */
  JWTClaimsSet ofIdToken(String token) throws ProviderException {
    return verified(idTokens, token);
  }

  /** The claims of a logout token that the provider has signed. */
  JWTClaimsSet ofLogoutToken(String token) throws ProviderException {
    return verified(logoutTokens, token);
  }

  private static JWTClaimsSet verified(DefaultJWTProcessor<SecurityContext> processor, String token)
      throws ProviderException {
    if (token.length() > LONGEST) {
      throw ProviderException.forged("the token is too long");
    }
    try {
      return processor.process(token, null);
    } catch (KeySourceException unreachable) {
      throw ProviderException.away("the keys cannot be read: " + unreachable.getMessage());
    } catch (ParseException | BadJOSEException | JOSEException bad) {
      throw ProviderException.forged("the token is not signed as it must be: " + bad.getMessage());
    }
  }
}
