package org.comuta.identity;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.comuta.identity.provider.IdentityProvider;
import org.comuta.identity.provider.ProviderException;
import org.comuta.identity.provider.ProviderException.Reason;
import org.comuta.identity.provider.ProviderPerson;
import org.jspecify.annotations.Nullable;

/**
 * Those whom providers of identities know. Nobody gets a name that is another's: not that of a user
 * of the exchange, of a directory or of another provider, and not that of another person there. Any
 * thread.
 */
final class ProviderUsers {
  private final Supplier<List<IdentityProvider>> providers;
  private final ForeignUsers users;

  ProviderUsers(Supplier<List<IdentityProvider>> providers, ForeignUsers users) {
    this.providers = providers;
    this.users = users;
  }

  /** Those that the sign-in page offers, in order. */
  List<IdentityProvider> offered() {
    return providers.get().stream()
        .filter(IdentityProvider::enabled)
        .sorted(
            Comparator.comparingInt(IdentityProvider::priority)
                .thenComparing(IdentityProvider::name))
        .toList();
  }

  /** The one of this name, if it is enabled; null otherwise. */
  @Nullable IdentityProvider find(String name) {
    return offered().stream().filter(one -> one.name().equals(name)).findFirst().orElse(null);
  }

  /** The user that stands for somebody who has signed in there; says why there is none. */
  User known(IdentityProvider provider, ProviderPerson person, String address)
      throws ProviderException {
    User before = users.find(person.userName());
    if (before != null) {
      mustBe(before, provider, person);
    } else if (!provider.createUsers()) {
      throw notAllowed(person.userName() + " is no user here");
    }
    Role role = role(provider, person, before);
    if (role == null) {
      if (before != null) {
        users.gone(before, "none of the groups gives a role", address);
      }
      throw notAllowed("none of the groups of " + person.userName() + " gives a role");
    }
    Origin origin = new Origin(Origin.Kind.PROVIDER, provider.name(), person.subject(), true);
    return users.known(person.userName(), person.fullName(), role, origin, before, address);
  }

  private static void mustBe(User before, IdentityProvider provider, ProviderPerson person)
      throws ProviderException {
    Origin origin = before.origin();
    if (origin.kind() != Origin.Kind.PROVIDER
        || !origin.name().equals(provider.name())
        || !(origin.subject().isEmpty() || origin.subject().equals(person.subject()))) {
      throw notAllowed("the name " + before.name() + " is that of another user here");
    }
  }

  /** Where only known users are let in and nothing gives a role, they keep the one they have. */
  private static @Nullable Role role(
      IdentityProvider provider, ProviderPerson person, @Nullable User before) {
    return person.role() == null
            && before != null
            && !provider.createUsers()
            && provider.givesNoRoles()
        ? before.role()
        : person.role();
  }

  private static ProviderException notAllowed(String why) {
    return new ProviderException(Reason.NOT_ALLOWED, why);
  }
}
