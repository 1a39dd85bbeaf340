package org.comuta.tests.events;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.file.Path;
import org.comuta.tests.harness.Browser;
import org.comuta.tests.harness.ComutaServer;
import org.comuta.tests.harness.MailPeer;
import org.comuta.tests.harness.RestClient.Answer;
import org.comuta.tests.harness.SharedServer;
import org.comuta.tests.harness.Sipp;
import org.comuta.tests.harness.Waiting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Notifications by mail of the assembled server, to a real mail server. */
@ExtendWith(SharedServer.class)
class MailIT {
  private static final int CALLER_PORT = 27_660;
  private static final int CALLED_PORT = 27_662;
  private static final String API = "/api/v1/";
  private static final String RECIPIENT = "{\"recipient\":\"noc@example.com\"}";
  private static ComutaServer server;
  private static MailPeer peer;

  @BeforeAll
  static void begin(ComutaServer shared, @TempDir Path folder) {
    peer = MailPeer.start(folder);
    server = shared;
    put("mail-servers/out", mailServer(MailPeer.PASSWORD));
    put(
        "mail-notifications/noc",
        "{\"server\":\"out\",\"recipients\":[\"noc@example.com\"],\"language\":\"EN\","
            + "\"timeZone\":\"UTC\",\"conditions\":[\"NAP_FAILING\"],\"pause\":1}");
    put("naps/caller", "{\"domain\":\"127.0.0.1\",\"port\":" + CALLER_PORT + "}");
    put("naps/called", "{\"domain\":\"127.0.0.1\",\"port\":" + CALLED_PORT + "}");
    put("routes/all", "{\"originNap\":\"caller\",\"destinationNap\":\"called\"}");
    assertThat(server.rest().post(API + "configuration/apply", "{}").status()).isEqualTo(200);
  }

  @AfterAll
  static void end() {
    peer.close();
  }

  private static String mailServer(String password) {
    JsonObjectBuilder body =
        Json.createObjectBuilder()
            .add("host", "127.0.0.1")
            .add("port", peer.port())
            .add("security", "STARTTLS")
            .add("certificates", peer.certificate())
            .add("from", "comuta@example.com")
            .add("userName", MailPeer.USER)
            .add("password", password);
    return body.build().toString();
  }

  private static void put(String path, String json) {
    Answer answer = server.rest().put(API + path, json);
    assertThat(answer.status()).as(answer.body()).isIn(200, 201);
  }

  private static JsonObject test(String name) {
    Answer answer = server.rest().post(API + "mail-servers/" + name + "/test", RECIPIENT);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static int call(int calls) {
    try (Sipp caller =
        Sipp.builtin("uac")
            .on(CALLER_PORT)
            .with("-s", "4832221111", "-d", "100")
            .calls(calls)
            .to(server.sipPort())) {
      return caller.start().await(60);
    }
  }

  /** The next mail of an event; those of tests beside this one are passed over. */
  private static String next() throws InterruptedException {
    String mail = peer.next();
    while (mail.contains("Test message")) {
      mail = peer.next();
    }
    return mail;
  }

  private static String metrics() {
    return server.rest().get("/metrics").body();
  }

  private static String failedAttempts() {
    return metrics()
        .lines()
        .filter(line -> line.startsWith("comuta_mail_attempts_failed_total "))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theAlarmOfANapArrivesEvenWhenTheMailServerAndThenTheExchangeWereAway()
      throws InterruptedException {
    peer.stop();
    String before = failedAttempts();
    try (Sipp _ = Sipp.scenario("refuses").on(CALLED_PORT).start()) {
      assertThat(call(6)).isNotZero();
      Waiting.until("an attempt", () -> !failedAttempts().equals(before));
    }
    server.down();
    peer.startAgain();
    server.up();
    String raised = next();
    assertThat(raised)
        .contains("Subject: [Comuta] Major: ")
        .contains("From: Comuta <comuta@example.com>")
        .contains("To: noc@example.com")
        .contains("(NAP_FAILING)")
        .contains("About: called")
        .contains("503");

    try (Sipp _ = Sipp.builtin("uas").on(CALLED_PORT).start()) {
      assertThat(call(1)).isZero();
      assertThat(next()).contains("Subject: [Comuta] Over: ").contains("About: called");
    }
    Waiting.until("it to be counted", () -> metrics().contains("comuta_mails_sent_total 2\n"));
  }

  @Test
  void aTestMailTellsWhatTheServerSays() {
    JsonObject taken = test("out");
    assertThat(taken.getBoolean("taken")).isTrue();
    assertThat(taken.getString("reply")).startsWith("250 ");
    put("mail-servers/wrong", mailServer("not-the-password"));
    JsonObject refused = test("wrong");
    assertThat(refused.getBoolean("taken")).isFalse();
    assertThat(refused.getString("reply")).contains("535").doesNotContain("not-the-password");
    assertThat(server.rest().get(API + "audit?action=MAIL_TEST&size=1").body())
        .contains("\"outcome\":\"FAILED\"")
        .contains("noc@example.com")
        .doesNotContain("not-the-password");
    assertThat(server.rest().get(API + "mail-servers/wrong").json().getString("password"))
        .isEqualTo("********");
  }

  @Test
  void whatIsWrongIsNamed() {
    assertThat(server.rest().post(API + "mail-servers/none/test", RECIPIENT).status())
        .isEqualTo(404);
    assertThat(
            server
                .rest()
                .post(API + "mail-servers/out/test", "{\"recipient\":\"a@b\\r\\nBcc: c@d\"}")
                .body())
        .contains("\"field\":\"recipient\"");
    assertThat(server.rest().delete(API + "mail-servers/out").status()).isEqualTo(409);
    assertThat(
            server
                .rest()
                .put(
                    API + "mail-notifications/x",
                    "{\"server\":\"none\",\"recipients\":[\"noc@example.com\"]}")
                .body())
        .contains("\"field\":\"server\"");
  }

  @Test
  void anAdministratorTriesAServerBeforeSaving() {
    try (Browser browser = Browser.open(server.portal(), "en")) {
      browser.signIn(ComutaServer.ADMINISTRATOR, ComutaServer.PASSWORD);
      browser.go("/portal/mail-notifications.xhtml");
      browser.awaitText("#objects\\:table", "noc@example.com");
      browser.go("/portal/mail-servers.xhtml");
      browser.awaitText("#objects\\:table", "out");
      browser.go("/portal/mail-server.xhtml?name=out");
      browser.type("form:testRecipient", "noc@example.com");
      browser.click("#form\\:test");
      browser.awaitText("#form\\:testResult", "250 ");
      browser.type("form:userName", "somebody");
      browser.click("#form\\:test");
      browser.awaitText("#form\\:testResult", "535");
      browser.type("form:host", "no host at all");
      browser.click("#form\\:test");
      browser.awaitText("#problems", "Host");
    }
  }
}
