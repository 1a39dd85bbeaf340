package org.comuta.identity.provider;

import java.util.List;
import org.comuta.identity.Role;
import org.comuta.identity.UserRules;

/** Who of those whom a provider knows may sign in, under which name and with which role. */
final class PersonRules {
  private PersonRules() {}

  /** The person of these claims, which have been verified. */
  static ProviderPerson person(IdentityProvider provider, Claims claims, String idToken)
      throws ProviderException {
    tenant(provider, claims);
    String claimed = claims.text(provider.effectiveUserNameClaim());
    domain(provider, claims, claimed);
    if (provider.effectiveUserNameClaim().equals("email") && !claims.isTrue("email_verified")) {
      throw ProviderException.notAllowed("the address " + claimed + " is not verified");
    }
    int at = claimed.indexOf('@');
    String userName = UserRules.canonicalName(at < 0 ? claimed : claimed.substring(0, at));
    if (!UserRules.isName(userName)) {
      throw ProviderException.notAllowed(
          provider.effectiveUserNameClaim() + " '" + claimed + "' makes no user name");
    }
    List<String> groups = claims.texts(provider.effectiveGroupsClaim());
    Role role = provider.roles().roleOf(groups, PersonRules::sameGroup);
    return new ProviderPerson(
        claims.text("iss") + " " + claims.text("sub"),
        userName,
        claims.text(provider.fullNameClaim()),
        groups,
        role == null ? provider.otherwiseRole().role() : role,
        claims.text("sid"),
        idToken);
  }

  /** Keycloak writes groups as paths, which may be given without the first stroke. */
  private static boolean sameGroup(String written, String group) {
    return written.equals(group) || ("/" + written).equals(group);
  }

  private static void tenant(IdentityProvider provider, Claims claims) throws ProviderException {
    String tenant = claims.text("tid");
    if (!provider.allowedTenants().isEmpty() && !provider.allowedTenants().contains(tenant)) {
      throw ProviderException.notAllowed("the tenant '" + tenant + "' is not allowed");
    }
  }

  private static void domain(IdentityProvider provider, Claims claims, String userName)
      throws ProviderException {
    if (provider.allowedDomains().isEmpty()) {
      return;
    }
    String domain =
        switch (provider.style()) {
          // Only the domain that Google says it hosts is the company's: an address may be anything.
          case GOOGLE -> claims.text("hd");
          case MICROSOFT -> afterAt(userName);
          case KEYCLOAK, OTHER ->
              claims.isTrue("email_verified") ? afterAt(claims.text("email")) : "";
        };
    if (provider.allowedDomains().stream().noneMatch(domain::equalsIgnoreCase)) {
      throw ProviderException.notAllowed("the domain '" + domain + "' is not allowed");
    }
  }

  private static String afterAt(String address) {
    return address.indexOf('@') < 0 ? "" : address.substring(address.lastIndexOf('@') + 1);
  }
}
