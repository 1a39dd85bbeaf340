package org.comuta.identity;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comuta.identity.provider.EndedThere;
import org.comuta.identity.provider.IdentityProvider;
import org.comuta.identity.provider.OpenIdProviders.Begun;
import org.comuta.identity.provider.PendingSignIn;
import org.comuta.identity.provider.ProviderException;
import org.comuta.identity.provider.ProviderException.Reason;
import org.comuta.identity.provider.ProviderPerson;
import org.comuta.secret.UnreadableSecretException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sign-in by providers of identities. Blocks while they are asked. Any thread. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ProviderBean {
  private static final Logger LOG = LoggerFactory.getLogger(ProviderBean.class);
  private static final String KIND = "identity-provider";
  private static final String PENDING = "sign-in/pending";
  private static final Duration REMEMBERED = Duration.ofSeconds(PendingSignIn.SECONDS * 2L);
  private static final int MOST_REMEMBERED = 10_000;

  /**
   * A sign-in that has begun.
   *
   * @param address where the browser goes
   * @param sealed what the browser keeps meanwhile and cannot read
   */
  public record Beginning(URI address, String sealed) {}

  /** Somebody whom a provider has signed in, and what follows here. */
  public record Ending(SignIn result, ProviderPerson person) {}

  private final OnceOnly states = new OnceOnly(REMEMBERED, MOST_REMEMBERED);
  private final OnceOnly logoutTokens = new OnceOnly(REMEMBERED, MOST_REMEMBERED);

  @Inject private IdentityParts parts;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public ProviderBean() {}

  /** Those that the sign-in page offers, in order. */
  public List<IdentityProvider> offered() {
    return parts.providerUsers.offered();
  }

  /** The one of this name, if it is enabled; null otherwise. */
  public @Nullable IdentityProvider find(String name) {
    return parts.providerUsers.find(name);
  }

  /** Begins a sign-in. */
  public Beginning begin(String name, String address) throws ProviderException {
    IdentityProvider provider = enabled(name);
    try {
      Begun begun = parts.openId.begin(provider);
      return new Beginning(begun.address(), parts.secrets.seal(begun.pending().written(), PENDING));
    } catch (ProviderException refused) {
      throw told(name, address, refused);
    }
  }

  /**
   * Ends a sign-in.
   *
   * @param sealed what {@link #begin} gave to the browser; empty when the browser has nothing
   * @param answer the parameters with which the browser came back
   */
  public Ending finish(String name, String sealed, Map<String, String> answer, String address)
      throws ProviderException {
    // What no browser of ours has begun is not written down: anybody could fill the log with it.
    IdentityProvider provider = enabled(name);
    PendingSignIn pending = opened(sealed);
    try {
      if (!states.isFirst(pending.state(), parts.clock.instant())) {
        throw new ProviderException(Reason.FORGED, "the answer came before");
      }
      ProviderPerson person = parts.openId.finish(provider, pending, answer);
      User user = parts.providerUsers.known(provider, person, address);
      parts.authenticator.forget();
      return new Ending(parts.authenticator.signInFromProvider(user, address), person);
    } catch (ProviderException refused) {
      throw told(name, address, refused);
    }
  }

  private PendingSignIn opened(String sealed) throws ProviderException {
    try {
      return PendingSignIn.read(parts.secrets.open(sealed, PENDING));
    } catch (UnreadableSecretException notOurs) {
      throw new ProviderException(Reason.FORGED, "this browser has begun no sign-in");
    }
  }

  /** Where to sign out there, too; null where that is not possible, or the provider is away. */
  public @Nullable URI endSession(String name, String idToken) {
    IdentityProvider provider = find(name);
    try {
      return provider == null ? null : parts.openId.endSession(provider, idToken);
    } catch (ProviderException away) {
      LOG.warn("Nobody can be signed out of {}: {}", name, away.getMessage());
      return null;
    }
  }

  /**
   * Ends the sessions that a provider says have ended there; throws when it is not the provider.
   */
  public void loggedOut(String name, String logoutToken, String address) throws ProviderException {
    EndedThere ended = parts.openId.loggedOut(enabled(name), logoutToken);
    Instant now = parts.clock.instant();
    if (!logoutTokens.isFirst(name + " " + ended.tokenId(), now)) {
      throw new ProviderException(Reason.FORGED, "the logout token came before");
    }
    int sessions = parts.sessions.endThere(name, ended);
    parts.audit.write(
        new Actor(Actor.SERVER.name(), address),
        AuditAction.SESSION_END_THERE,
        KIND,
        name,
        AuditEntry.Outcome.DONE,
        "sessions: " + sessions);
  }

  private IdentityProvider enabled(String name) throws ProviderException {
    IdentityProvider provider = find(name);
    if (provider == null) {
      throw new ProviderException(Reason.NOT_ALLOWED, "there is no such provider");
    }
    return provider;
  }

  private ProviderException told(String name, String address, ProviderException refused) {
    LOG.info("No sign-in by {}: {}", name, refused.getMessage());
    parts.audit.write(
        new Actor(Actor.SERVER.name(), address),
        AuditAction.SIGN_IN,
        KIND,
        name,
        refused.reason() == Reason.AWAY ? AuditEntry.Outcome.FAILED : AuditEntry.Outcome.REFUSED,
        String.valueOf(refused.getMessage()));
    return refused;
  }
}
