package org.comuta.identity.provider;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URI;
import org.comuta.description.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says of itself (OpenID Connect Discovery 1.0).
 *
 * @param endSession where people sign out; null when nowhere
 * @param postsSecret whether the client's secret goes into the form, since nothing else is taken
 * @param tellsIssuer whether each answer names its issuer (RFC 9207)
 */
record ProviderMetadata(
    URI authorization,
    URI token,
    URI keys,
    @Nullable URI endSession,
    boolean postsSecret,
    boolean tellsIssuer) {

  /** Where it says so. */
  static URI address(String issuer) {
    return URI.create(issuer.replaceFirst("/+$", "") + "/.well-known/openid-configuration");
  }

  /** Reads it; what another issuer says is not taken. */
  static ProviderMetadata read(String document, String issuer) throws ProviderException {
    JsonObject read;
    try {
      read = Json.parse(document);
    } catch (JsonException malformed) {
      throw ProviderException.away("the discovery document is no JSON");
    }
    String said = text(read, "issuer");
    if (!said.equals(issuer)) {
      throw ProviderException.away("the discovery document is of the issuer '" + said + "'");
    }
    String end = text(read, "end_session_endpoint");
    return new ProviderMetadata(
        endpoint(read, "authorization_endpoint"),
        endpoint(read, "token_endpoint"),
        endpoint(read, "jwks_uri"),
        end.isEmpty() ? null : endpoint(read, "end_session_endpoint"),
        postsSecret(read),
        Boolean.parseBoolean(
            String.valueOf(read.get("authorization_response_iss_parameter_supported"))));
  }

  private static boolean postsSecret(JsonObject read) {
    return read.get("token_endpoint_auth_methods_supported") instanceof JsonArray methods
        && methods.stream().noneMatch(method -> is(method, "client_secret_basic"))
        && methods.stream().anyMatch(method -> is(method, "client_secret_post"));
  }

  private static boolean is(Object value, String word) {
    return value instanceof JsonString text && text.getString().equals(word);
  }

  private static URI endpoint(JsonObject read, String name) throws ProviderException {
    URI address = ProviderRules.secureAddress(text(read, name));
    if (address == null) {
      throw ProviderException.away("the discovery document has no safe " + name);
    }
    return address;
  }

  private static String text(JsonObject read, String name) {
    return read.get(name) instanceof JsonString text ? text.getString() : "";
  }
}
