package org.comuta.identity.provider;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.comuta.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonRulesTest {
  private static IdentityProvider provider(ProviderStyle style, String... domains) {
    JsonArrayBuilder allowed = Json.createArrayBuilder();
    for (String domain : domains) {
      allowed.add(domain);
    }
    JsonObjectBuilder body =
        Json.createObjectBuilder()
            .add("name", "p")
            .add("label", "P")
            .add("style", style.name())
            .add("issuer", "https://login.example.com")
            .add("clientId", "c")
            .add("portalAddress", "https://comuta.example.com")
            .add("allowedDomains", allowed)
            .add("allowedTenants", Json.createArrayBuilder())
            .add("groupsClaim", "realm.roles")
            .add("administratorGroups", Json.createArrayBuilder().add("chiefs"))
            .add("otherwiseRole", "EMPLOYEE");
    return Objects.requireNonNull(new ProviderRules().description().parse(body.build()).object());
  }

  private static String nameOf(IdentityProvider provider, Map<String, Object> claims) {
    Map<String, Object> all = new HashMap<>(Map.of("iss", "i", "sub", "s"));
    all.putAll(claims);
    try {
      return PersonRules.person(provider, new Claims(all), "").userName();
    } catch (ProviderException refused) {
      assertThat(refused.reason()).isEqualTo(ProviderException.Reason.NOT_ALLOWED);
      return "";
    }
  }

  @ParameterizedTest(name = "Google: {0}, verified {1}, hosted by {2}: {3}")
  @CsvSource({
    "maria@example.com, true, example.com, maria",
    "maria@example.com, false, example.com, ''",
    "maria@example.com, true, '', ''",
    "maria@example.com, true, evil.example.org, ''",
    "Maria@Example.com, true, EXAMPLE.COM, maria",
    "'ma ria@example.com', true, example.com, ''",
  })
  void onlyTheHostedDomainOfGoogleCounts(
      String email, boolean verified, String hosted, String userName) {
    assertThat(
            nameOf(
                provider(ProviderStyle.GOOGLE, "example.com"),
                Map.of("email", email, "email_verified", verified, "hd", hosted)))
        .isEqualTo(userName);
  }

  @ParameterizedTest(name = "{0}, {1}, verified {2}: {3}")
  @CsvSource({
    "maria, maria@example.com, true, maria",
    "maria, maria@example.com, false, ''",
    "maria, maria@evil.example.org, true, ''",
    "maria, maria@example.com.evil.org, true, ''",
    "admin)(x, maria@example.com, true, ''",
    "'', maria@example.com, true, ''",
  })
  void elsewhereTheVerifiedAddressCounts(
      String name, String email, boolean verified, String userName) {
    assertThat(
            nameOf(
                provider(ProviderStyle.KEYCLOAK, "example.com"),
                Map.of("preferred_username", name, "email", email, "email_verified", verified)))
        .isEqualTo(userName);
  }

  @Test
  void groupsAreFoundByAPathAndOthersHaveTheOtherRole() throws ProviderException {
    IdentityProvider provider = provider(ProviderStyle.OTHER);
    Map<String, Object> claims = new HashMap<>();
    claims.put("iss", "i");
    claims.put("sub", "s");
    claims.put("preferred_username", "maria");
    assertThat(PersonRules.person(provider, new Claims(claims), "").role())
        .isEqualTo(Role.EMPLOYEE);
    claims.put("realm", Map.of("roles", List.of("chiefs", 7)));
    assertThat(PersonRules.person(provider, new Claims(claims), "").role())
        .isEqualTo(Role.ADMINISTRATOR);
    claims.put("realm", "no map");
    assertThat(PersonRules.person(provider, new Claims(claims), "").role())
        .isEqualTo(Role.EMPLOYEE);
  }
}
