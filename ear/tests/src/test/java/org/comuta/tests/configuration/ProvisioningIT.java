package org.comuta.tests.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.List;
import org.comuta.tests.harness.ComutaServer;
import org.comuta.tests.harness.RestClient;
import org.comuta.tests.harness.SharedServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The configuration leaves the server as a file and comes back. */
@ExtendWith(SharedServer.class)
class ProvisioningIT {
  private static final String API = "/api/v1/";
  private static final String YAML = "application/yaml";
  private static ComutaServer server;
  private static RestClient rest;

  @BeforeAll
  static void begin(ComutaServer shared) {
    server = shared;
    rest = server.rest();
  }

  @BeforeEach
  void configure() {
    assertThat(
            upload(
                    "configuration/import?mode=replace",
                    YAML,
                    """
                    naps:
                    - {name: in, domain: 192.0.2.1, maxCalls: 9}
                    - {name: out, domain: 192.0.2.2, description: São Paulo}
                    routes:
                    - name: r
                      originNap: in
                      destinationNap: out
                      calledNumber: ^55
                    """)
                .statusCode())
        .isEqualTo(200);
  }

  private static HttpResponse<String> upload(String path, String type, String body) {
    return rest.call("POST", API + path, body, "Content-Type", type);
  }

  private static HttpResponse<String> download(String path, String... headers) {
    return rest.call("GET", API + path, "", headers);
  }

  private static JsonObject json(HttpResponse<String> response) {
    try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
      return reader.readObject();
    }
  }

  private static int latest() {
    return json(download("configuration")).getInt("latestRevision");
  }

  @Test
  void anExportIsImportedWithoutAnyChange() {
    int before = latest();
    HttpResponse<String> yaml = download("configuration/export");
    HttpResponse<String> asJson = download("configuration/export", "Accept", "application/json");

    assertThat(yaml.headers().firstValue("Content-Type")).hasValue(YAML);
    assertThat(yaml.body()).startsWith("formatVersion: 1\nnaps:\n- name: in\n");
    for (HttpResponse<String> file : List.of(yaml, asJson)) {
      JsonObject imported =
          json(
              upload(
                  "configuration/import?mode=replace",
                  file.headers().firstValue("Content-Type").orElseThrow(),
                  file.body()));
      assertThat(imported.getInt("unchanged")).isEqualTo(3);
      assertThat(imported.getInt("revision")).isEqualTo(before);
    }
  }

  @Test
  void aDryRunTellsEverythingAndSavesNothing() {
    int before = latest();
    String file =
        """
        naps:
        - name: in
          domain: 192.0.2.1
          port: 70000
        - name: new
          domain: 192.0.2.3
        routes:
        - name: s
          originNap: nobody
          destinationNap: new
        """;

    JsonObject dry = json(upload("configuration/import?dryRun=true", YAML, file));
    HttpResponse<String> refused = upload("configuration/import", YAML, file);

    assertThat(dry.getBoolean("valid")).isFalse();
    assertThat(dry.getInt("created")).isEqualTo(2);
    assertThat(refused.statusCode()).isEqualTo(422);
    for (var problems :
        List.of(dry.getJsonArray("problems"), json(refused).getJsonArray("errors"))) {
      assertThat(problems.getValuesAs(JsonObject.class))
          .extracting(
              one -> one.getString("name"),
              one -> one.getString("field"),
              one -> one.getInt("line"))
          .containsExactly(tuple("in", "port", 4), tuple("s", "originNap", 9));
    }
    assertThat(latest()).isEqualTo(before);
  }

  @Test
  void aFileFromElsewhereLeavesOurAddressesAlone() {
    String elsewhere = download("configuration/export").body().replace("192.0.2.", "198.51.100.");

    JsonObject imported =
        json(
            upload(
                "configuration/import?keepAddresses=true&comment=twin",
                YAML,
                elsewhere.replace("maxCalls: 9", "maxCalls: 8")));

    assertThat(imported.getInt("updated")).isEqualTo(1);
    assertThat(json(download("naps/in")).getString("domain")).isEqualTo("192.0.2.1");
    assertThat(json(download("naps/in")).getInt("maxCalls")).isEqualTo(8);
    assertThat(json(download("configuration/revisions/" + latest())).getString("comment"))
        .isEqualTo("twin");
  }

  @Test
  void aSpreadsheetGoesOutAndComesBack() {
    HttpResponse<String> csv = download("naps", "Accept", "text/csv");
    assertThat(csv.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
    assertThat(json(upload("naps/import?mode=replace", "text/csv", csv.body())).getInt("unchanged"))
        .isEqualTo(2);
    assertThat(download("naps?format=csv&delimiter=;&name=out").body().lines()).hasSize(2);

    JsonObject imported = json(upload("naps/import", "text/csv", "name;maxCalls\nin;3\nnew;4\n"));
    assertThat(imported.getString("type")).endsWith(":invalid");
    assertThat(imported.getJsonArray("errors").getJsonObject(0).getInt("line")).isEqualTo(3);
    assertThat(json(upload("naps/import", "text/csv", "name;maxCalls\nin;3\n")).getInt("updated"))
        .isEqualTo(1);
    assertThat(json(download("naps/in")).getString("domain")).isEqualTo("192.0.2.1");
  }

  @Test
  void anObjectMayBeCalledImport() {
    String body = "{\"domain\":\"192.0.2.77\"}";
    assertThat(rest.put(API + "naps/import", body).status()).isEqualTo(201);
    assertThat(rest.get(API + "naps/import").status()).isEqualTo(200);
    assertThat(rest.delete(API + "naps/import").status()).isEqualTo(204);
  }

  @Test
  void whatIsTooLargeOrNoFileIsRefusedWithAProblem() {
    assertThat(
            json(upload("configuration/import", YAML, "#".repeat((16 << 20) + 1))).getInt("status"))
        .isEqualTo(413);
    assertThat(json(upload("configuration/import", YAML, "naps: [*x]")).getString("type"))
        .endsWith(":malformed-file");
    assertThat(json(upload("naps/import", "text/csv", "colour\nred")).getInt("status"))
        .isEqualTo(400);
    assertThat(upload("configuration/import", "text/plain", "").statusCode()).isEqualTo(415);
  }

  @Test
  void rolesAreKeptAndWhatWasDoneIsWritten() {
    String user = "{\"role\":\"OPERATOR\",\"password\":\"a long enough one\"}";
    assertThat(rest.put(API + "users/olga", user).status()).isIn(200, 201);
    RestClient olga = server.rest("olga", "a long enough one");
    String[] passphrase = {"Comuta-Passphrase", "correct horse battery"};

    assertThat(olga.call("GET", API + "configuration/export", "").statusCode()).isEqualTo(200);
    assertThat(olga.call("GET", API + "configuration/export", "", passphrase).statusCode())
        .isEqualTo(403);
    assertThat(
            olga.call("POST", API + "configuration/import", "", "Content-Type", YAML).statusCode())
        .isEqualTo(403);
    assertThat(olga.call("POST", API + "naps/import", "", "Content-Type", "text/csv").statusCode())
        .isEqualTo(403);
    HttpResponse<String> encrypted = download("configuration/export", passphrase);
    assertThat(encrypted.body()).contains("cipher: AES-256-GCM");
    assertThat(upload("configuration/import", YAML, encrypted.body()).statusCode()).isEqualTo(400);
    assertThat(json(download("audit?size=100")).getJsonArray("items").getValuesAs(JsonObject.class))
        .extracting(entry -> entry.getString("user"), entry -> entry.getString("action"))
        .contains(
            tuple("olga", "CONFIGURATION_EXPORT"),
            tuple("admin", "CONFIGURATION_EXPORT"),
            tuple("admin", "CONFIGURATION_IMPORT"));
  }
}
