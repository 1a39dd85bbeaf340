package org.comuta.identity.provider;

import java.io.Serializable;
import java.util.List;
import org.comuta.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as a provider knows them, and as the rules of the provider let them in.
 *
 * @param subject issuer and subject, which never change and are nobody else's
 * @param role what the groups give, or what others have; null for none
 * @param providerSession the session there; empty when it was not told
 * @param idToken to be shown when the person signs out
 */
public record ProviderPerson(
    String subject,
    String userName,
    String fullName,
    List<String> groups,
    @Nullable Role role,
    String providerSession,
    String idToken)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public ProviderPerson {
    groups = List.copyOf(groups);
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "ProviderPerson[" + subject + ", " + userName + ", " + groups + ", " + role + "]";
  }
}
