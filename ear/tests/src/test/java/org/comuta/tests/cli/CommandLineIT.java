package org.comuta.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.comuta.tests.harness.Authenticator;
import org.comuta.tests.harness.ComutaServer;
import org.comuta.tests.harness.RestClient;
import org.comuta.tests.harness.RestClient.Answer;
import org.comuta.tests.harness.SharedServer;
import org.comuta.tests.harness.Sipp;
import org.comuta.tests.harness.Ssh;
import org.comuta.tests.harness.Ssh.Result;
import org.comuta.tests.harness.Waiting;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The command line with the client that administrators use. */
@ExtendWith(SharedServer.class)
class CommandLineIT {
  private static final String PASSWORD = "only-for-this-test-0";
  private static final int CALLER_PORT = 25_270;
  private static final int CALLED_PORT = 25_280;
  private static ComutaServer server;
  private static RestClient rest;

  @BeforeAll
  static void begin(ComutaServer shared) {
    server = shared;
    rest = server.rest();
  }

  private static Ssh admin() {
    return Ssh.withPassword(server, "admin", ComutaServer.PASSWORD, "");
  }

  private static void save(String name, String more) {
    String body = "{\"role\":\"OPERATOR\",\"password\":\"%s\"%s}".formatted(PASSWORD, more);
    Answer saved = rest.put("/api/v1/users/" + name, body);
    assertThat(saved.status()).as(saved.body()).isIn(200, 201);
  }

  private static Ssh user(String name) {
    return Ssh.withPassword(server, name, PASSWORD, "");
  }

  private static List<JsonObject> items(String path) {
    return rest.get("/api/v1/" + path).json().getJsonArray("items").getValuesAs(JsonObject.class);
  }

  private static String done(Result result) {
    assertThat(result.exitCode()).as(result.err() + result.out()).isZero();
    return result.out();
  }

  @Test
  void whatIsSetAndAppliedIsWhatTheNextCallTakes() {
    done(admin().run("create nap caller domain=127.0.0.1 port=" + CALLER_PORT));
    done(admin().run("create nap called domain=127.0.0.1 port=1 mediaMode=BYPASS"));
    String script =
        """
        # one line after the other
        set nap called port=%d --comment="the right one"
        create route all originNap=caller destinationNap=called
        pending
        apply comment from the command line
        """
            .formatted(CALLED_PORT);
    assertThat(done(admin().run(script))).containsPattern("kind +name").contains("route");
    assertThat(items("configuration/applications").getFirst().getString("comment"))
        .isEqualTo("from the command line");
    assertThat(done(admin().run("history nap called"))).contains("the right one", "port");

    try (Sipp _ = Sipp.builtin("uas").on(CALLED_PORT).start();
        Sipp _ =
            Sipp.builtin("uac")
                .on(CALLER_PORT)
                .with("-s", "4832221111", "-d", "60000")
                .calls(1)
                .to(server.sipPort())
                .start()) {
      Waiting.until("the call", () -> !items("calls?state=ANSWERED").isEmpty());
      String callId = items("calls").getFirst().getString("callId");
      assertThat(done(admin().run("show calls --csv --columns=callId,route")))
          .isEqualTo("callId,route\n" + callId + ",all\n");
      assertThat(admin().run("hangup " + callId).exitCode()).isEqualTo(2);
      done(admin().run("hangup --yes " + callId));
      Waiting.until("its record", () -> !items("cdrs?callId=" + callId).isEmpty());
      assertThat(done(admin().run("show cdrs callId=" + callId))).contains("4832221111");
    }
    JsonObject entry = items("audit?action=CALL_HANG_UP").getFirst();
    assertThat(entry.getString("address")).endsWith(" (ssh)");
  }

  @Test
  void programsGetJsonAndExitCodes() {
    Result naps = admin().run("show naps --json");
    assertThat(naps.exitCode()).as(naps.err()).isZero();
    assertThat(new Answer(200, naps.out()).json().getJsonArray("items")).isNotNull();
    assertThat(admin().run("show nap nobody").exitCode()).isEqualTo(4);
    assertThat(admin().run("fly").exitCode()).isEqualTo(2);
    Result wrong = admin().run("create nap broken domain=192.0.2.1 port=70000 transport=PIGEON");
    assertThat(wrong.exitCode()).isEqualTo(1);
    assertThat(wrong.err()).contains("port must be").contains("transport");
    assertThat(admin().run("show naps\nshow nap nobody\nfly\n").exitCode()).isEqualTo(4);
    assertThat(admin().run("/bin/sh -c id").exitCode()).isEqualTo(2);
  }

  @Test
  void whoMayNotChangeTheConfigurationDoesNot() {
    save("reader", "");
    assertThat(user("reader").run("show naps").exitCode()).isZero();
    Result refused = user("reader").run("create nap of-reader domain=192.0.2.5");
    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.err()).contains("CONFIGURE");
    assertThat(user("reader").run("users").exitCode()).isEqualTo(3);
    assertThat(user("reader").run("logs").exitCode()).isZero();
    save("employee", ",\"rights\":{\"configuration\":\"NONE\",\"diagnostics\":\"NONE\"}");
    assertThat(user("employee").run("show naps").exitCode()).isNotZero();
    assertThat(user("employee").run("logs").exitCode()).isEqualTo(3);
  }

  @Test
  void wrongPasswordsLockAsInThePortal() {
    save("guessed", "");
    Ssh wrong = Ssh.withPassword(server, "guessed", "wrong password", "");
    for (int i = 0; i < 5; i++) {
      assertThat(wrong.run("whoami").exitCode()).isEqualTo(255);
    }
    assertThat(items("locks?user=guessed")).hasSize(1);
    assertThat(user("guessed").run("whoami").exitCode()).isEqualTo(255);
    assertThat(server.rest("guessed", PASSWORD).get("/api/v1/account").status()).isEqualTo(429);
    assertThat(items("audit?user=guessed&action=SIGN_IN&outcome=REFUSED")).hasSize(5);
  }

  @Test
  void aKeyOpensUntilItIsRemovedAndAnotherDoesNot() throws Exception {
    save("keeper", "");
    Path key = Ssh.newKey("-t", "ed25519");
    RestClient own = server.rest("keeper", PASSWORD);
    String line = Files.readString(Path.of(key + ".pub")).strip();
    String body = Json.createObjectBuilder().add("key", line).build().toString();
    Answer added = own.post("/api/v1/account/ssh-keys", body);
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    assertThat(own.post("/api/v1/account/ssh-keys", body).body()).contains("has already");
    String id = added.json().getString("id");
    assertThat(Ssh.withKey(server, "admin", key).run("whoami").exitCode()).isEqualTo(255);
    Ssh keeper = Ssh.withKey(server, "keeper", key);
    assertThat(done(keeper.run("whoami"))).contains("keeper");
    assertThat(done(keeper.run("show account/ssh-keys")))
        .contains(added.json().getString("fingerprint"), "127.0.0.1");
    assertThat(items("audit?user=keeper&action=SIGN_IN").getFirst().getString("detail"))
        .isEqualTo("key " + added.json().getString("fingerprint"));

    done(admin().run("show user keeper ssh-keys"));
    assertThat(rest.delete("/api/v1/users/keeper/ssh-keys/" + id).status()).isEqualTo(204);
    assertThat(keeper.run("whoami").exitCode()).isEqualTo(255);

    for (List<String> type :
        List.of(List.of("-t", "ecdsa", "-b", "384"), List.of("-t", "rsa", "-b", "3072"))) {
      Path another = Ssh.newKey(type.toArray(String[]::new));
      String pub = Files.readString(Path.of(another + ".pub")).strip();
      assertThat(
              own.post(
                      "/api/v1/account/ssh-keys",
                      Json.createObjectBuilder().add("key", pub).build().toString())
                  .status())
          .isEqualTo(201);
      done(Ssh.withKey(server, "keeper", another).run("whoami"));
    }
  }

  @Test
  void noKeyIsGivenToSomebodyWithMoreRights() throws Exception {
    save("manager", ",\"rights\":{\"administration\":\"FULL\"}");
    String line = Files.readString(Path.of(Ssh.newKey("-t", "ed25519") + ".pub")).strip();
    String body = Json.createObjectBuilder().add("key", line).build().toString();
    RestClient manager = server.rest("manager", PASSWORD);
    assertThat(manager.post("/api/v1/users/admin/ssh-keys", body).status()).isEqualTo(403);
    assertThat(manager.post("/api/v1/users/nobody/ssh-keys", body).status()).isEqualTo(404);
    assertThat(items("users/admin/ssh-keys")).isEmpty();
  }

  @Test
  void aCodeIsAskedForAfterThePassword() {
    save("factor", "");
    RestClient own = server.rest("factor", PASSWORD);
    String key = own.post("/api/v1/account/second-factor", "{}").json().getString("key");
    Answer confirmed =
        own.post(
            "/api/v1/account/second-factor/confirmation",
            "{\"code\":\"" + Authenticator.code(key) + "\"}");
    String recovery = confirmed.json().getJsonArray("recoveryCodes").getString(0);
    assertThat(Ssh.withPassword(server, "factor", PASSWORD, "000000").run("whoami").exitCode())
        .isEqualTo(255);
    assertThat(done(Ssh.withPassword(server, "factor", PASSWORD, recovery).run("whoami")))
        .contains("factor");
    assertThat(Ssh.withPassword(server, "factor", PASSWORD, recovery).run("whoami").exitCode())
        .isEqualTo(255);
    assertThat(user("factor").plainly().run("whoami").exitCode()).isEqualTo(255);
  }

  @Test
  void whoMustChangeThePasswordIsToldAndCan() {
    save("fresh", ",\"mustChangePassword\":true");
    try (Ssh.Typing typing = user("fresh").type()) {
      typing.await("password must be changed").await("comuta>");
      typing.keys("show naps\r").await("PUT account/password").await("comuta>");
      typing.keys("password\r").await("Current password:").keys(PASSWORD + "\r");
      typing.await("New password:").keys("another-for-this-test\r");
      typing.await("New password again:").keys("another-for-this-test\r");
      typing.await("Your password is changed");
      assertThat(typing.shown()).doesNotContain("another-for-this-test");
    }
    done(Ssh.withPassword(server, "fresh", "another-for-this-test", "").run("show naps"));
  }

  @Test
  void theTabKeyCompletesAndTheHistoryKeepsNoSecret() {
    done(admin().run("create nap completed domain=192.0.2.77"));
    try (Ssh.Typing typing = admin().type()) {
      typing.await("Signed in as admin").await("comuta");
      typing.keys("show nap comple\t\r").await("192.0.2.77").await("comuta");
      typing.keys("set nap completed trans\tTC\t\r").await("nap completed is saved");
      typing
          .keys("create user typed role=OPERATOR password=hidden-secret-1\r")
          .await("user typed is saved");
      typing.keys("\u0010").await("password=********");
      // As at every terminal, Ctrl-C throws away what is typed ahead.
      typing.keys("\u0003").await("^C").await("comuta").keys("exit\r");
      assertThat(typing.end().exitCode()).isZero();
    }
    assertThat(rest.get("/api/v1/naps/completed").json().getString("transport")).isEqualTo("TCP");
  }

  @Test
  void aLiveViewIsDrawnUntilQ() {
    try (Ssh.Typing typing = admin().type()) {
      typing.await("comuta").keys("watch statistics calls\r");
      typing.await("calls_active").await("calls_active").keys("q").await("comuta");
      typing.keys("logs follow\r").await("INFO").keys("\u0003");
      typing.await("^C").await("comuta");
      typing.keys("delete nap nobody\r").await("(yes/no)").keys("no\r").await("Nothing was done");
      typing.keys("\u0004");
      typing.end();
    }
  }

  @Test
  void aSessionIsListedAndEndedByAnAdministrator() {
    save("visitor", "");
    try (Ssh.Typing typing = user("visitor").type()) {
      typing.await("comuta>");
      JsonObject session = items("sessions?userName=visitor").getFirst();
      assertThat(session.getString("kind")).isEqualTo("SSH");
      assertThat(session.getString("client")).startsWith("OpenSSH");
      done(admin().run("delete session --yes " + session.getString("id")));
      assertThat(typing.end().exitCode()).isEqualTo(255);
    }
    assertThat(items("sessions?userName=visitor")).isEmpty();
  }

  @Test
  void nothingElseIsToBeHad() {
    assertThat(admin().with("-W", "127.0.0.1:80").run("").exitCode()).isNotZero();
    assertThat(admin().with("-s").run("sftp").exitCode()).isNotZero();
  }

  @Test
  void theOwnerOfTheStateFolderNeedsNoPassword() {
    Answer naps = server.launch("cli", "show", "naps", "--json");
    assertThat(naps.status()).as(naps.body()).isZero();
    assertThat(naps.json().getJsonArray("items")).isNotNull();
    assertThat(server.launch("cli", "show", "nap", "nobody").status()).isEqualTo(4);
    assertThat(items("audit?user=admin&action=SIGN_IN").stream().map(e -> e.getString("detail")))
        .anyMatch(detail -> detail.startsWith("key of the state folder SHA256:"));
    // It is the key of one user on this machine, not a key to everything.
    Path key = server.state().resolve("keys").resolve("cli_ed25519");
    save("stranger", "");
    assertThat(Ssh.withKey(server, "stranger", key).run("whoami").exitCode()).isEqualTo(255);
  }
}
