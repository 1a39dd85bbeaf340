package org.comuta.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.comuta.delivery.DeliveryState;
import org.comuta.description.ObjectDescription;
import org.comuta.description.ObjectSet;
import org.comuta.description.Problem;
import org.comuta.description.Rule;
import org.comuta.secret.Secret;
import org.comuta.secret.Secrets;
import org.comuta.webhook.Sender.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenderTest {
  private static final Delivery DELIVERY =
      new Delivery(
          "1",
          "hook",
          DeliveryState.WAITING,
          "2",
          "call.ended",
          Instant.EPOCH,
          0,
          Instant.EPOCH,
          null,
          null,
          null,
          "{}");

  private static final String PASSWORD = "only-for-this-test";

  @TempDir Path folder;

  private static Webhook webhook(String url, boolean allowHttp, boolean allowLocal) {
    return webhook(url, "", allowHttp, allowLocal);
  }

  private static Webhook webhook(
      String url, String certificates, boolean allowHttp, boolean allowLocal) {
    return new Webhook(
        "hook",
        true,
        "",
        List.of(),
        List.of(),
        url,
        certificates,
        Secret.NONE,
        allowHttp,
        allowLocal,
        10,
        1,
        30,
        1,
        1);
  }

  private Outcome send(Webhook webhook) throws InterruptedException {
    try (Sender sender = sender()) {
      return sender.send(webhook, DELIVERY);
    }
  }

  private Sender sender() {
    return new Sender(Secrets.keptIn(folder.resolve("secret-keys")), Clock.systemUTC());
  }

  /** A certificate that nobody vouches for, with its key. */
  private KeyStore ownCertificate() throws Exception {
    Path file = folder.resolve("own.p12");
    String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process process =
        new ProcessBuilder(
                tool,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "own",
                "-dname",
                "CN=receiver",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return keys;
  }

  private static SSLContext shows(KeyStore keys) throws GeneralSecurityException {
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
    try (Receiver receiver = new Receiver(shows(ownCertificate()))) {
      Outcome outcome = send(webhook("https://127.0.0.1:" + receiver.port() + "/", false, true));
      assertThat(outcome.taken()).isFalse();
      assertThat(outcome.status()).isNull();
      assertThat(outcome.error()).contains("SSLHandshakeException");
      assertThat(receiver.left()).isZero();
    }
  }

  @Test
  void itsOwnCertificatesAreTrustedAsTheyAreConfiguredNow() throws Exception {
    KeyStore keys = ownCertificate();
    try (Receiver receiver = new Receiver(shows(keys));
        Sender sender = sender()) {
      String url = "https://127.0.0.1:" + receiver.port() + "/";
      Webhook trusting = webhook(url, pem(keys), false, true);
      assertThat(sender.send(trusting, DELIVERY).error()).isEmpty();
      assertThat(sender.send(trusting, DELIVERY).error()).isEmpty();
      assertThat(sender.send(webhook(url, "", false, true), DELIVERY).error())
          .contains("SSLHandshakeException");
      assertThat(sender.send(webhook(url, "nothing", false, true), DELIVERY).error())
          .startsWith("certificates: ");
      assertThat(sender.send(trusting, DELIVERY).error()).isEmpty();
      assertThat(receiver.left()).isEqualTo(3);
    }
  }

  @Test
  void aTrustedCertificateOfAnotherHostIsRefused() throws Exception {
    KeyStore keys = ownCertificate();
    try (Receiver receiver = new Receiver(shows(keys))) {
      String url = "https://localhost:" + receiver.port() + "/";
      assertThat(send(webhook(url, pem(keys), false, true)).error())
          .contains("SSLHandshakeException", "localhost");
      assertThat(receiver.left()).isZero();
    }
  }

  private static String pem(KeyStore keys) throws GeneralSecurityException {
    byte[] certificate = keys.getCertificate("own").getEncoded();
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder().encodeToString(certificate)
        + "\n-----END CERTIFICATE-----\n";
  }

  @Test
  void thisMachineIsNotReachedUnlessAllowed() throws Exception {
    try (Receiver receiver = new Receiver()) {
      String port = ":" + receiver.port() + "/";
      for (String host : List.of("127.0.0.1", "localhost", "127.1", "[::1]")) {
        Outcome outcome = send(webhook("http://" + host + port, true, false));
        assertThat(outcome.error()).as(host).contains("of this machine or its link");
      }
      assertThat(receiver.left()).isZero();
      assertThat(send(webhook("http://127.0.0.1" + port, true, true)).taken()).isTrue();
    }
  }

  @Test
  void aRedirectIsNotFollowed() throws Exception {
    try (Receiver receiver = new Receiver()) {
      receiver.answers(302);
      Outcome outcome = send(webhook("http://127.0.0.1:" + receiver.port() + "/", true, true));
      assertThat(outcome.error()).isEqualTo("answered 302");
    }
  }

  @Test
  void theSignatureIsThatOfStandardWebhooks() {
    assertThat(
            Signature.of(
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1_614_265_330),
                "{\"test\": 2432232314}"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "https://example.com/events, false, false,",
    "https://192.0.2.1:8443/, false, false,",
    "http://example.com/, true, false,",
    "https://127.0.0.1/, false, true,",
    "http://example.com/, false, false, URL_NOT_HTTPS",
    "ftp://example.com/, true, false, URL_NOT_HTTPS",
    "example.com, true, false, URL_NOT_HTTPS",
    "https://, false, false, URL_BROKEN",
    "https:///path, false, false, URL_WITHOUT_HOST",
    "https://user:word@example.com/, false, false, URL_WITH_PASSWORD",
    "https://example.com/#a, false, false, URL_WITH_PASSWORD",
    "https://localhost/, false, false, URL_LOCAL",
    "https://127.0.0.1/, false, false, URL_LOCAL",
    "https://[::1]/, false, false, URL_LOCAL",
    "https://169.254.169.254/, false, false, URL_LOCAL",
    "https://0.0.0.0/, false, false, URL_LOCAL",
  })
  void addressesAreChecked(
      String url, boolean allowHttp, boolean allowLocal, @Nullable Rule wrong) {
    assertThat(new WebhookRules().check(webhook(url, allowHttp, allowLocal), new NoOthers()))
        .extracting(Problem::rule)
        .isEqualTo(wrong == null ? List.of() : List.of(wrong));
  }

  @Test
  void wordsOfEventsAreChecked() {
    assertThat(WebhookRules.wordsOf("events", List.of("call.ended", "alarm.*"))).isEmpty();
    assertThat(WebhookRules.wordsOf("events", List.of("call.ended", "call", "*")))
        .extracting(Problem::rule)
        .containsExactly(Rule.EVENT_UNKNOWN, Rule.EVENT_UNKNOWN);
    assertThat(ObjectDescription.of(Webhook.class).path()).isEqualTo("webhooks");
  }

  private static final class NoOthers implements ObjectSet {
    @Override
    public <T> Collection<T> all(Class<T> type) {
      return List.of();
    }

    @Override
    public boolean exists(String kind, String name) {
      return false;
    }
  }
}
