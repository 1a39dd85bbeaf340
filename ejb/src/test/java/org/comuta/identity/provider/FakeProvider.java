package org.comuta.identity.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** A provider on a free port of loopback that says whatever a test lets it say. */
final class FakeProvider implements AutoCloseable {
  static final String CLIENT = "comuta";
  static final String SECRET = "a secret & more";

  final RSAKey key = rsa("one");
  private final HttpServer server;
  private String keys = new JWKSet(key.toPublicJWK()).toString();
  private UnaryOperator<JsonObjectBuilder> discovery = same -> same;
  private int status = 200;
  private String answer = "{}";
  private Map<String, String> form = Map.of();
  private String authorization = "";
  private int keyRequests;

  FakeProvider() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/.well-known/openid-configuration", exchange -> send(exchange, 200, discovery()));
    server.createContext(
        "/keys",
        exchange -> {
          keyRequests++;
          send(exchange, 200, keys);
        });
    server.createContext("/token", this::token);
    server.start();
  }

  static RSAKey rsa(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static ECKey ec(String id) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private String discovery() {
    return discovery
        .apply(
            Json.createObjectBuilder()
                .add("issuer", issuer())
                .add("authorization_endpoint", issuer() + "/authorize")
                .add("token_endpoint", issuer() + "/token")
                .add("jwks_uri", issuer() + "/keys")
                .add("end_session_endpoint", issuer() + "/end"))
        .build()
        .toString();
  }

  /** Says something else of itself. */
  void discovery(UnaryOperator<JsonObjectBuilder> changed) {
    discovery = changed;
  }

  /** Publishes other keys. */
  void publish(JWK... published) {
    keys = new JWKSet(List.of(published)).toPublicJWKSet().toString();
  }

  /** How the token endpoint answers from now on. */
  void answers(int withStatus, String body) {
    status = withStatus;
    answer = body;
  }

  void gives(String idToken, String accessToken) {
    answers(
        200,
        Json.createObjectBuilder()
            .add("token_type", "Bearer")
            .add("id_token", idToken)
            .add("access_token", accessToken)
            .build()
            .toString());
  }

  /** What was sent to the token endpoint last. */
  Map<String, String> form() {
    return form;
  }

  String authorization() {
    return authorization;
  }

  int keyRequests() {
    return keyRequests;
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> read = new HashMap<>();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    for (String pair : body.split("&", -1)) {
      int at = pair.indexOf('=');
      read.put(
          URLDecoder.decode(pair.substring(0, at), StandardCharsets.UTF_8),
          URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
    }
    form = read;
    authorization = Objects.toString(exchange.getRequestHeaders().getFirst("Authorization"), "");
    send(exchange, status, answer);
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] octets = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, octets.length);
    exchange.getResponseBody().write(octets);
    exchange.close();
  }

  static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, JWK with) {
    return signed(claims, new JWSHeader.Builder(algorithm).keyID(with.getKeyID()).build(), with);
  }

  static String signed(JWTClaimsSet claims, String type, JWK with) {
    return signed(
        claims,
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID(with.getKeyID())
            .type(new JOSEObjectType(type))
            .build(),
        with);
  }

  private static String signed(JWTClaimsSet claims, JWSHeader header, JWK with) {
    try {
      JWSSigner signer =
          switch (with) {
            case RSAKey rsa -> new RSASSASigner(rsa);
            case ECKey ec -> new ECDSASigner(ec);
            default -> throw new IllegalArgumentException(with.toString());
          };
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(signer);
      return token.serialize();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Signed with the public key as if it were a shared secret, which is an old attack. */
  String signedWithThePublicKey(JWTClaimsSet claims) {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(), claims);
      token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
      return token.serialize();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
