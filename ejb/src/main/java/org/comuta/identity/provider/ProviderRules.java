package org.comuta.identity.provider;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.comuta.description.ObjectDescription;
import org.comuta.description.ObjectKind;
import org.comuta.description.ObjectSet;
import org.comuta.description.Problem;
import org.comuta.description.Rule;
import org.jspecify.annotations.Nullable;

/** Providers of identities as a kind of object: nothing that could only fail, and TLS to them. */
public final class ProviderRules implements ObjectKind<IdentityProvider> {
  private static final ObjectDescription<IdentityProvider> DESCRIPTION =
      ObjectDescription.of(IdentityProvider.class);
  private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5b\\x5d-\\x7e]+");
  private static final Pattern DOMAIN =
      Pattern.compile("(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?[.])+[A-Za-z]{2,}");

  @Override
  public ObjectDescription<IdentityProvider> description() {
    return DESCRIPTION;
  }

  @Override
  public List<Problem> check(IdentityProvider provider, ObjectSet all) {
    List<Problem> problems = new ArrayList<>();
    if (provider.effectiveIssuer().isEmpty()) {
      problems.add(
          new Problem("issuer", "required", "issuer is required for this kind of provider."));
    } else if (!isIssuer(provider.effectiveIssuer())) {
      problems.add(
          conflict(
              "issuer",
              Rule.ISSUER_ADDRESS,
              "must be an https address without query or fragment, such as"
                  + " https://login.example.com/realms/office (http only on this machine)."));
    }
    URI portal = secureAddress(provider.portalAddress());
    if (portal == null || !portal.getPath().matches("/?") || portal.getQuery() != null) {
      problems.add(
          conflict(
              "portalAddress",
              Rule.PORTAL_ADDRESS,
              "must be the https address of the portal without a path, such as"
                  + " https://comuta.example.com (http only on this machine)."));
    }
    if (!provider.scopes().contains("openid")) {
      problems.add(conflict("scopes", Rule.SCOPE_MISSING, "must have openid among them."));
    }
    if (!provider.scopes().stream().allMatch(one -> SCOPE.matcher(one).matches())) {
      problems.add(conflict("scopes", Rule.SCOPE_WORDS, "must be words without blanks."));
    }
    if (!provider.allowedDomains().stream().allMatch(one -> DOMAIN.matcher(one).matches())) {
      problems.add(
          conflict("allowedDomains", Rule.DOMAIN_NAMES, "must be domains, such as example.com."));
    }
    if (provider.style() == ProviderStyle.GOOGLE && provider.allowedDomains().isEmpty()) {
      problems.add(
          new Problem(
              "allowedDomains",
              "required",
              "allowedDomains is required for Google, which signs in everybody."));
    }
    if (provider.createUsers() && provider.givesNoRoles()) {
      problems.add(
          conflict(
              "otherwiseRole",
              Rule.NOBODY_HAS_A_ROLE,
              "no group gives a role, so nobody could sign in."));
    }
    return problems;
  }

  private static boolean isIssuer(String text) {
    URI issuer = secureAddress(text);
    return issuer != null && issuer.getQuery() == null;
  }

  /**
   * An address that may be trusted with secrets: {@code https}, or {@code http} on this machine.
   * Null for any other.
   */
  static @Nullable URI secureAddress(String text) {
    URI address;
    try {
      address = URI.create(text);
    } catch (IllegalArgumentException malformed) {
      return null;
    }
    String host = address.getHost();
    if (host == null || address.getRawUserInfo() != null || address.getRawFragment() != null) {
      return null;
    }
    boolean here = host.equalsIgnoreCase("localhost") || host.matches("127[.][0-9.]+|\\[::1\\]");
    return "https".equals(address.getScheme()) || ("http".equals(address.getScheme()) && here)
        ? address
        : null;
  }

  private static Problem conflict(String field, Rule rule, String what) {
    return new Problem(field, "conflict", field + ": " + what).by(rule);
  }
}
