package org.comuta.identity.provider;

/** Whose provider it is: what counts where nothing else is said. */
public enum ProviderStyle {
  KEYCLOAK("", "preferred_username", "groups"),
  GOOGLE("https://accounts.google.com", "email", ""),
  MICROSOFT("", "preferred_username", "groups"),
  OTHER("", "preferred_username", "groups");

  private final String issuer;
  private final String userNameClaim;
  private final String groupsClaim;

  ProviderStyle(String issuer, String userNameClaim, String groupsClaim) {
    this.issuer = issuer;
    this.userNameClaim = userNameClaim;
    this.groupsClaim = groupsClaim;
  }

  /** Its issuer; empty where each customer has an own one. */
  String issuer() {
    return issuer;
  }

  /** Claim of the name to sign in with. */
  String userNameClaim() {
    return userNameClaim;
  }

  /** Claim of the groups; empty where there is none. */
  String groupsClaim() {
    return groupsClaim;
  }
}
