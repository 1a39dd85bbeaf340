package org.comuta.tests.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.comuta.tests.harness.ComutaServer;
import org.comuta.tests.harness.RestClient;
import org.comuta.tests.harness.SharedServer;
import org.comuta.tests.harness.Sipp;
import org.comuta.tests.harness.Slapd;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Everything goes into one file and comes back from it, on this server and on another. */
@ExtendWith(SharedServer.class)
class BackupIT {
  private static final int CALLER_PORT = 25_170;
  private static final int CALLED_PORT = 25_180;
  private static final String API = "/api/v1/";
  private static final String[] PASSPHRASE = {"Comuta-Passphrase", "correct horse battery"};

  private static final String DIRECTORY_PASSWORD = "only-for-this-test-1";

  private static ComutaServer server;
  private static RestClient rest;
  private static Slapd slapd;

  @BeforeAll
  static void begin(ComutaServer shared, @TempDir Path folder) {
    server = shared;
    rest = server.rest();
    slapd = Slapd.start(folder);
    slapd.person("ana", DIRECTORY_PASSWORD);
    slapd.group("staff", List.of(Slapd.dn("ana")));
  }

  @AfterAll
  static void end() {
    BackupDoors.remove(rest);
    slapd.close();
  }

  private static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  private static void put(RestClient rest, String path, String body) {
    assertThat(rest.put(API + path, body).status()).as(path).isIn(200, 201);
  }

  private static void configure(RestClient rest) {
    put(rest, "naps/caller", "{\"domain\":\"127.0.0.1\",\"port\":" + CALLER_PORT + "}");
    put(rest, "naps/called", "{\"domain\":\"127.0.0.1\",\"port\":" + CALLED_PORT + "}");
    put(rest, "routes/all", "{\"originNap\":\"caller\",\"destinationNap\":\"called\"}");
    assertThat(rest.post(API + "configuration/apply", "{}").status()).isEqualTo(200);
    put(rest, "users/maria", "{\"role\":\"OPERATOR\",\"password\":\"a long enough one\"}");
    put(rest, "sign-in-policy", "{\"passwordAge\":300,\"blockTime\":60}");
    put(rest, "audit/retention", "{\"days\":400}");
  }

  /** What a backup brings back, as the API shows it. */
  private static String everything(RestClient rest) {
    String users =
        rest.get(API + "users").json().getJsonArray("items").stream()
            .map(one -> one.asJsonObject())
            .filter(user -> !user.getString("name").equals("admin"))
            .toList()
            .toString();
    return String.join(
        "\n",
        rest.call("GET", API + "configuration/export", "").body(),
        users,
        rest.get(API + "sign-in-policy").body(),
        rest.get(API + "audit/retention").body());
  }

  private static byte[] backup(RestClient rest, String... headers) {
    HttpResponse<byte[]> answer = rest.exchange("GET", API + "backup", new byte[0], headers);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
        .matches("attachment; filename=\"comuta-[^\"]+-\\d{8}-\\d{6}\\.tar\\.gz\"");
    return answer.body();
  }

  private static HttpResponse<byte[]> restore(
      RestClient rest, String query, byte[] backup, String... headers) {
    String[] all =
        Stream.concat(Stream.of("Content-Type", "application/gzip"), Stream.of(headers))
            .toArray(String[]::new);
    return rest.exchange("POST", API + "backup/restoration" + query, backup, all);
  }

  private static JsonObject restored(HttpResponse<byte[]> answer) {
    String body = new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(answer.statusCode()).as(body).isEqualTo(200);
    return json(body);
  }

  private static void changeEverything(RestClient rest) {
    String other =
        """
        naps:
        - {name: caller, domain: 192.0.2.9, maxCalls: 3}
        - {name: another, domain: 192.0.2.10}
        routes: []
        """;
    assertThat(
            rest.call(
                    "POST",
                    API + "configuration/import?mode=replace",
                    other,
                    "Content-Type",
                    "application/yaml")
                .statusCode())
        .isEqualTo(200);
    assertThat(rest.delete(API + "users/maria").status()).isEqualTo(204);
    put(rest, "users/eva", "{\"role\":\"SUPERVISOR\",\"password\":\"a long enough one\"}");
    put(rest, "sign-in-policy", "{}");
    put(rest, "audit/retention", "{\"days\":0}");
  }

  @Test
  void everythingComesBackOnThisServerAndOnAnother() throws IOException {
    configure(rest);
    BackupDoors.configure(rest, slapd);
    String before = everything(rest);
    String doors = BackupDoors.shown(rest);
    byte[] backup = backup(rest, PASSPHRASE);
    changeEverything(rest);
    BackupDoors.remove(rest);

    JsonObject dry = restored(restore(rest, "?dryRun=true", backup, PASSPHRASE));
    assertThat(dry.getBoolean("valid")).isTrue();
    assertThat(dry.getJsonArray("objects").getValuesAs(JsonObject.class))
        .extracting(
            one -> one.getString("kind"),
            one -> one.getString("name"),
            one -> one.getString("change"))
        .contains(
            tuple("user", "maria", "CREATED"),
            tuple("user", "eva", "DELETED"),
            tuple("sign-in-policy", "", "UPDATED"),
            tuple("nap", "caller", "UPDATED"),
            tuple("nap", "another", "DELETED"),
            tuple("route", "all", "CREATED"),
            tuple("interface", "secure", "CREATED"),
            tuple("certificate", "door", "CREATED"),
            tuple("directory", "office", "CREATED"),
            tuple("identity-provider", "keycloak", "CREATED"),
            tuple("access-lists", "", "UPDATED"));
    assertThat(dry.toString()).doesNotContain(Slapd.READER_PASSWORD, BackupDoors.CLIENT_SECRET);
    assertThat(everything(rest)).isNotEqualTo(before);
    refuseWhatIsDamaged(rest, backup);

    JsonObject done = restored(restore(rest, "?apply=true&comment=disaster", backup, PASSPHRASE));
    JsonObject status = rest.get(API + "configuration").json();
    assertThat(done.getInt("applied")).isEqualTo(status.getInt("latestRevision"));
    assertThat(status.getBoolean("pending")).isFalse();
    BackupDoors.confirmLists(rest);
    assertThat(everything(rest)).isEqualTo(before);
    assertThat(BackupDoors.shown(rest)).isEqualTo(doors);
    assertThat(server.rest("maria", "a long enough one").get(API + "naps").status()).isEqualTo(200);
    assertThat(restored(restore(rest, "?dryRun=true", backup, PASSPHRASE)).getInt("total"))
        .isZero();
    assertThat(server.rest("ana", DIRECTORY_PASSWORD).get(API + "naps").status()).isEqualTo(200);
    assertThat(rest.get(API + "audit?kind=backup").json().getJsonArray("items"))
        .extracting(one -> one.asJsonObject().getString("action"))
        .contains("BACKUP_MAKE", "BACKUP_RESTORE");
    onlyWhoMayDoEverything(server, rest, backup);
    assertThat(left(server)).as("left in the spool").isEmpty();
    comesBackOnAnother(backup, before, doors);
  }

  private static void comesBackOnAnother(byte[] backup, String before, String doors) {
    try (ComutaServer another = ComutaServer.start()) {
      RestClient there = another.rest();
      put(there, "naps/caller", "{\"domain\":\"198.51.100.7\",\"port\":5070}");

      restored(restore(there, "?keepAddresses=true", backup, PASSPHRASE));

      assertThat(there.get(API + "configuration").json().getBoolean("pending")).isTrue();
      assertThat(there.get(API + "naps/caller").json().getString("domain"))
          .isEqualTo("198.51.100.7");
      assertThat(there.get(API + "naps/called").json().getString("domain")).isEqualTo("127.0.0.1");
      restored(restore(there, "", backup, PASSPHRASE));
      BackupDoors.confirmLists(there);
      assertThat(everything(there)).isEqualTo(before);
      assertThat(BackupDoors.shown(there)).isEqualTo(doors);
      assertThat(there.get(API + "certificates/door").json().getJsonArray("interfaces"))
          .hasToString("[\"secure\"]");
      assertThat(another.rest("ana", DIRECTORY_PASSWORD).get(API + "naps").status()).isEqualTo(200);
      assertThat(another.rest("maria", "a long enough one").get(API + "naps").status())
          .isEqualTo(200);
    }
  }

  private static List<Path> left(ComutaServer server) throws IOException {
    try (Stream<Path> left = Files.list(server.state().resolve("backup"))) {
      return left.toList();
    }
  }

  private static void refuseWhatIsDamaged(RestClient rest, byte[] backup) {
    String before = everything(rest);
    byte[] changed = backup.clone();
    changed[changed.length / 2] ^= 1;
    assertThat(restore(rest, "", changed, PASSPHRASE).statusCode()).isEqualTo(400);
    assertThat(restore(rest, "", new byte[] {1, 2, 3}).statusCode()).isEqualTo(400);
    for (String[] wrong : new String[][] {{}, {"Comuta-Passphrase", "another horse battery"}}) {
      HttpResponse<byte[]> refused = restore(rest, "", backup, wrong);
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(new String(refused.body(), StandardCharsets.UTF_8))
          .contains("urn:comuta:problem:passphrase");
    }
    assertThat(restore(rest, "?parts=users,nothing", backup, PASSPHRASE).statusCode())
        .isEqualTo(400);
    assertThat(everything(rest)).isEqualTo(before);
  }

  private static void onlyWhoMayDoEverything(ComutaServer server, RestClient rest, byte[] backup) {
    put(
        rest,
        "users/half",
        "{\"role\":\"ADMINISTRATOR\",\"rights\":{\"diagnostics\":\"READ\"},"
            + "\"password\":\"a long enough one\"}");
    for (String user : new String[] {"maria", "half"}) {
      RestClient client = server.rest(user, "a long enough one");
      assertThat(client.exchange("GET", API + "backup", new byte[0]).statusCode()).isEqualTo(403);
      assertThat(restore(client, "", backup, PASSPHRASE).statusCode()).isEqualTo(403);
    }
    assertThat(rest.delete(API + "users/half").status()).isEqualTo(204);
  }

  @Test
  void aScheduleLeavesBackupsInItsFolder() throws IOException {
    String path = API + "backup-schedules/nightly";
    assertThat(rest.put(path, "{\"time\":\"25:00\"}").status()).isEqualTo(422);
    assertThat(rest.put(path, "{\"folder\":\"../../keys\"}").status()).isEqualTo(422);
    put(
        rest,
        "backup-schedules/nightly",
        "{\"passphrase\":\"correct horse battery\",\"folder\":\"kept\",\"keepCount\":1}");
    assertThat(rest.get(path).json().getString("passphrase")).isEqualTo("********");
    assertThat(rest.get(path).json().getString("nextRun")).endsWith(":00Z");

    long doneBefore = backupsDone();
    for (int run = 1; run <= 2; run++) {
      awaitRun(rest, path, run);
    }

    Path kept = server.state().resolve("backups").resolve("kept");
    Path only;
    try (Stream<Path> files = Files.list(kept)) {
      only = files.toList().getFirst();
    }
    byte[] backup = Files.readAllBytes(only);
    JsonObject dry = restored(restore(rest, "?dryRun=true", backup, PASSPHRASE));
    assertThat(dry.getInt("total")).isZero();
    assertThat(backupsDone()).isEqualTo(doneBefore + 2);
    assertThat(rest.delete(path).status()).isEqualTo(204);
    restored(restore(rest, "?parts=backup-schedules", backup, PASSPHRASE));
    assertThat(rest.get(path).json().getString("folder")).isEqualTo("kept");
    awaitRun(rest, path, 1);
  }

  private static long backupsDone() {
    return rest.get("/metrics", "text/plain")
        .body()
        .lines()
        .filter(line -> line.startsWith("comuta_backups_done_total "))
        .mapToLong(line -> Long.parseLong(line.replaceFirst(".* ", "")))
        .findFirst()
        .orElseThrow();
  }

  /** Makes one backup and waits until it is done. */
  private static void awaitRun(RestClient rest, String path, int number) {
    assertThat(rest.post(path + "/runs", "{}").status()).isEqualTo(202);
    long deadline = System.nanoTime() + 60_000_000_000L;
    JsonObject run;
    do {
      assertThat(System.nanoTime()).isLessThan(deadline);
      LockSupport.parkNanos(50_000_000L);
      JsonObject runs = rest.get(path + "/runs").json();
      assertThat(runs.getInt("total")).isEqualTo(number);
      run = runs.getJsonArray("items").getJsonObject(0);
    } while (run.getString("outcome").equals("RUNNING"));
    assertThat(run.getString("outcome")).as(run.toString()).isEqualTo("DONE");
  }

  @Test
  void callsGoOnMeanwhile() {
    try (Sipp called = Sipp.builtin("uas").on(CALLED_PORT).start();
        Sipp caller =
            Sipp.builtin("uac")
                .on(CALLER_PORT)
                .with("-s", "4832221111", "-r", "20", "-d", "1000")
                .calls(300)
                .to(server.sipPort())) {
      configure(rest);
      byte[] backup = backup(rest);
      caller.start();
      int rounds = 0;
      while (caller.isRunning()) {
        backup(rest, PASSPHRASE);
        restored(restore(rest, "?apply=true", backup));
        rounds++;
      }
      assertThat(called.isRunning()).isTrue();
      assertThat(caller.await(60)).as(caller.screen()).isZero();
      assertThat(rounds).isPositive();
    }
  }
}
