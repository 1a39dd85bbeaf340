package org.comuta.identity.provider;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.comuta.secret.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * Asks providers of identities. One that is set otherwise is begun with anew, so that a change
 * counts at once. Blocks for some of the time limits of the provider at most. Any thread.
 */
public final class OpenIdProviders {
  /** A sign-in that has begun: where the browser goes, and what must be kept for its return. */
  public record Begun(URI address, PendingSignIn pending) {}

  private final Secrets secrets;
  private final Clock clock;
  private final Map<String, OpenIdProvider> byName = new HashMap<>();

  public OpenIdProviders(Secrets secrets, Clock clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  private synchronized OpenIdProvider of(IdentityProvider provider) throws ProviderException {
    OpenIdProvider last = byName.get(provider.name());
    if (last != null && last.provider().equals(provider)) {
      return last;
    }
    OpenIdProvider next = new OpenIdProvider(provider, secrets, clock);
    byName.put(provider.name(), next);
    if (last != null) {
      last.close();
    }
    return next;
  }

  /** Begins a sign-in. */
  public Begun begin(IdentityProvider provider) throws ProviderException {
    PendingSignIn pending = PendingSignIn.begin(provider.name(), clock.instant());
    return new Begun(of(provider).authorization(pending), pending);
  }

  /** Who has signed in there; {@code answer} are the parameters the browser came back with. */
  public ProviderPerson finish(
      IdentityProvider provider, PendingSignIn pending, Map<String, String> answer)
      throws ProviderException {
    return of(provider).finish(pending, answer);
  }

  /** Where to sign out there; null where that is not possible. */
  public @Nullable URI endSession(IdentityProvider provider, String idToken)
      throws ProviderException {
    return of(provider).endSession(idToken);
  }

  /** What a logout token that the provider sent ends. */
  public EndedThere loggedOut(IdentityProvider provider, String logoutToken)
      throws ProviderException {
    return of(provider).loggedOut(logoutToken);
  }
}
