package org.comuta.identity.provider;

import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.comuta.description.Described;
import org.comuta.description.Field;
import org.comuta.description.Section;
import org.comuta.description.Syntax;
import org.comuta.description.Unit;
import org.comuta.identity.Role;
import org.comuta.identity.RoleMap;
import org.comuta.secret.Secret;

/**
 * A provider of identities that signs people in (OpenID Connect). Operational: a change counts at
 * once. Immutable.
 *
 * @param label what its button on the sign-in page says
 * @param issuer its address, exactly as it says itself; empty for that of the style
 * @param portalAddress where browsers reach the portal; nothing else is ever given as the address
 *     to come back to
 * @param certificates of the authorities that are trusted, PEM; empty for those of the platform
 * @param allowedDomains whose people may sign in; empty for all
 * @param allowedTenants the same by the claim {@code tid}
 * @param createUsers whether who signs in the first time becomes a user
 * @param groupsClaim path of names with dots, such as {@code realm_access.roles}
 * @param timeLimit seconds for each answer
 */
@Described(kind = "identity-provider", path = "identity-providers")
public record IdentityProvider(
    @Field(required = true, syntax = Syntax.NAME) String name,
    @Field(defaultValue = "true") boolean enabled,
    @Field(defaultValue = "100", min = 1, max = 1000) int priority,
    @Field(required = true, maxLength = 40) String label,
    @Field(defaultValue = "KEYCLOAK") ProviderStyle style,
    @Field(address = true, section = Section.ADDRESS) String issuer,
    @Field(required = true, section = Section.ADDRESS) String clientId,
    @Field(section = Section.ADDRESS) Secret clientSecret,
    @Field(required = true, address = true, section = Section.ADDRESS) String portalAddress,
    @Field(maxLength = 32_000, syntax = Syntax.CERTIFICATES, section = Section.ADDRESS)
        String certificates,
    @Field(
            defaultValue = "openid,profile,email",
            maxLength = 20,
            section = Section.PERSONS,
            expert = true)
        List<String> scopes,
    @Field(section = Section.PERSONS) String userNameClaim,
    @Field(defaultValue = "name", section = Section.PERSONS, expert = true) String fullNameClaim,
    @Field(maxLength = 50, section = Section.PERSONS) List<String> allowedDomains,
    @Field(maxLength = 50, section = Section.PERSONS) List<String> allowedTenants,
    @Field(defaultValue = "true", section = Section.PERSONS) boolean createUsers,
    @Field(section = Section.ROLES) String groupsClaim,
    @Field(maxLength = 100, section = Section.ROLES) List<String> administratorGroups,
    @Field(maxLength = 100, section = Section.ROLES) List<String> supervisorGroups,
    @Field(maxLength = 100, section = Section.ROLES) List<String> operatorGroups,
    @Field(maxLength = 100, section = Section.ROLES) List<String> employeeGroups,
    @Field(defaultValue = "NONE", section = Section.ROLES) OtherwiseRole otherwiseRole,
    @Field(
            defaultValue = "10",
            min = 2,
            max = 60,
            unit = Unit.SECONDS,
            section = Section.TIMES,
            expert = true)
        int timeLimit) {

  public IdentityProvider {
    scopes = List.copyOf(scopes);
    allowedDomains = List.copyOf(allowedDomains);
    allowedTenants = List.copyOf(allowedTenants);
    administratorGroups = List.copyOf(administratorGroups);
    supervisorGroups = List.copyOf(supervisorGroups);
    operatorGroups = List.copyOf(operatorGroups);
    employeeGroups = List.copyOf(employeeGroups);
  }

  /** Where the secret of the client is sealed for. */
  String secretPlace() {
    return Secret.place("identity-provider", name, "clientSecret");
  }

  String effectiveIssuer() {
    return issuer.isEmpty() ? style.issuer() : issuer;
  }

  String effectiveUserNameClaim() {
    return userNameClaim.isEmpty() ? style.userNameClaim() : userNameClaim;
  }

  String effectiveGroupsClaim() {
    return groupsClaim.isEmpty() ? style.groupsClaim() : groupsClaim;
  }

  /** Where the provider sends people back to: each provider has an address of its own. */
  public URI redirectAddress() {
    return portal("/sign-in/callback/" + name);
  }

  /** Where sign-in with it begins. */
  public URI beginAddress() {
    return portal("/sign-in/begin/" + name);
  }

  /** Where people are after they signed out there. */
  URI signedOutAddress() {
    return portal("/sign-in.xhtml");
  }

  private URI portal(String path) {
    return URI.create(portalAddress.replaceFirst("/+$", "") + path);
  }

  /** Whether nothing that the provider says gives a role. */
  public boolean givesNoRoles() {
    return roles().isEmpty() && otherwiseRole == OtherwiseRole.NONE;
  }

  /** Which role the members of which groups have. */
  RoleMap roles() {
    Map<Role, List<String>> groups = new EnumMap<>(Role.class);
    groups.put(Role.ADMINISTRATOR, administratorGroups);
    groups.put(Role.SUPERVISOR, supervisorGroups);
    groups.put(Role.OPERATOR, operatorGroups);
    groups.put(Role.EMPLOYEE, employeeGroups);
    return new RoleMap(groups);
  }
}
