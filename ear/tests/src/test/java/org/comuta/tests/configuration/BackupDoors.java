package org.comuta.tests.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.comuta.tests.harness.RestClient;
import org.comuta.tests.harness.Slapd;

/** What people and calls come in by, for backups: it has certificates and secrets of its own. */
final class BackupDoors {
  static final String CLIENT_SECRET = "the secret of the client";

  private static final String API = "/api/v1/";
  private static final int SECURE_PORT = 25_190;

  private BackupDoors() {}

  private static void put(RestClient rest, String path, String body) {
    assertThat(rest.put(API + path, body).status()).as(path).isIn(200, 201);
  }

  /** Makes them, and makes them live. */
  static void configure(RestClient rest, Slapd slapd) {
    assertThat(
            rest.post(API + "certificates/door/self-signed", "{\"commonName\":\"sip.example\"}")
                .status())
        .isEqualTo(200);
    put(
        rest,
        "interfaces/secure",
        "{\"address\":\"127.0.0.2\",\"udpPort\":0,\"tcpPort\":0,\"tlsPort\":"
            + SECURE_PORT
            + ",\"tlsCertificate\":\"door\"}");
    assertThat(rest.post(API + "configuration/apply", "{}").status()).isEqualTo(200);
    put(
        rest,
        "directories/office",
        Json.createObjectBuilder()
            .add("hosts", Json.createArrayBuilder().add(slapd.tlsHost()))
            .add("certificates", slapd.certificate())
            .add("bindDn", Slapd.READER)
            .add("bindPassword", Slapd.READER_PASSWORD)
            .add("baseDn", Slapd.BASE)
            .add("operatorGroups", Json.createArrayBuilder().add(Slapd.groupDn("staff")))
            .build()
            .toString());
    put(
        rest,
        "identity-providers/keycloak",
        """
        {"label":"Office","issuer":"https://login.example.com/realms/office","clientId":"comuta",
         "clientSecret":"%s","portalAddress":"https://comuta.example.com",
         "operatorGroups":["staff"]}
        """
            .formatted(CLIENT_SECRET));
    put(
        rest,
        "access-lists",
        """
        {"rules":[{"action":"DENY","address":"203.0.113.0/24","services":["PORTAL","API"]}],
         "defaultAction":"ALLOW"}
        """);
    confirmLists(rest);
  }

  /** Confirms access lists, which are on trial. */
  static void confirmLists(RestClient rest) {
    JsonObject lists = rest.get(API + "access-lists").json();
    assertThat(lists.getBoolean("onTrial")).isTrue();
    assertThat(
            rest.post(
                    API + "access-lists/confirmation",
                    "{\"change\":" + lists.getInt("change") + "}")
                .status())
        .isEqualTo(200);
  }

  /** Takes them away. */
  static void remove(RestClient rest) {
    assertThat(rest.delete(API + "interfaces/secure").status()).isEqualTo(204);
    assertThat(rest.post(API + "configuration/apply", "{}").status()).isEqualTo(200);
    for (String path :
        List.of("certificates/door", "directories/office", "identity-providers/keycloak")) {
      assertThat(rest.delete(API + path).status()).as(path).isEqualTo(204);
    }
    put(rest, "access-lists", "{\"rules\":[],\"defaultAction\":\"ALLOW\"}");
    confirmLists(rest);
  }

  /** The doors as the API shows them. */
  static String shown(RestClient rest) {
    JsonObject lists = rest.get(API + "access-lists").json();
    JsonObject certificate = rest.get(API + "certificates/door").json();
    return String.join(
        "\n",
        rest.get(API + "directories").body(),
        rest.get(API + "identity-providers").body(),
        lists.get("rules") + " " + lists.get("defaultAction"),
        certificate.getJsonObject("certificate").getString("fingerprint"));
  }
}
