package org.comuta.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.comuta.secret.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mail to a real server in a process of its own. */
class MailSenderTest {
  private static final Mail MAIL = new Mail("Atenção: disco", "Está cheio.\n.\nFim\n");
  private static final List<String> NOC = List.of("noc@example.com");

  private final Secrets secrets = MailFixture.secrets();
  private final MailSender sender =
      new MailSender(secrets, InstantSource.fixed(Instant.parse("2026-03-04T05:06:07Z")));

  private MailServer at(SmtpServer peer, MailSecurity security, String password) {
    return MailFixture.server(
        secrets, security, peer.port(), peer.certificate(), SmtpServer.USER, password, 3);
  }

  @ParameterizedTest
  @EnumSource(MailSecurity.class)
  void aMailArrivesAsItWasWritten(MailSecurity security) throws Exception {
    try (SmtpServer peer = new SmtpServer(security, true)) {
      MailOutcome outcome =
          sender.send(
              at(peer, security, SmtpServer.PASSWORD),
              List.of("noc@example.com", "boss@example.com"),
              MAIL,
              "id-1");
      assertThat(outcome).isEqualTo(new MailOutcome(true, "250 2.0.0 taken as 4711", ""));
      SmtpServer.Taken taken = peer.next();
      assertThat(taken.from()).isEqualTo("comuta@example.com");
      assertThat(taken.to()).containsExactly("noc@example.com", "boss@example.com");
      assertThat(taken.user()).isEqualTo(SmtpServer.USER);
      assertThat(taken.tls()).isEqualTo(security != MailSecurity.NONE);
      assertThat(taken.subject()).isEqualTo(MAIL.subject());
      assertThat(taken.text()).isEqualTo(MAIL.text());
      assertThat(taken.message().getMessageID()).isEqualTo("<id-1@example.com>");
      assertThat(taken.message().getHeader("Auto-Submitted")).containsExactly("auto-generated");
      assertThat(taken.message().getFrom()[0].toString()).contains("comuta@example.com");
      assertThat(taken.message().getSentDate()).isEqualTo("2026-03-04T05:06:07Z");
    }
  }

  @Test
  void aWrongPasswordIsToldAndNeverShown() {
    try (SmtpServer peer = new SmtpServer(MailSecurity.STARTTLS, true)) {
      MailOutcome outcome =
          sender.send(at(peer, MailSecurity.STARTTLS, "wrong-one"), NOC, MAIL, "id");
      assertThat(outcome.taken()).isFalse();
      assertThat(outcome.reply()).contains("535").doesNotContain("wrong-one");
      assertThat(peer.waiting()).isZero();
    }
  }

  @Test
  void aServerOfAnotherNameOrWithoutTlsOrOfNobodyIsRefused() {
    try (SmtpServer peer = new SmtpServer(MailSecurity.STARTTLS, true);
        SmtpServer plain = new SmtpServer(MailSecurity.NONE, false)) {
      MailServer server = at(peer, MailSecurity.STARTTLS, SmtpServer.PASSWORD);
      MailServer byAnotherName =
          new MailServer(
              server.name(),
              "",
              server.from(),
              "",
              "localhost",
              server.security(),
              server.port(),
              server.certificates(),
              server.userName(),
              server.password(),
              server.timeout(),
              1);
      assertThat(sender.send(byAnotherName, NOC, MAIL, "id").reply()).contains("localhost");
      MailServer unknown =
          MailFixture.server(
              secrets, MailSecurity.STARTTLS, peer.port(), "", "u", SmtpServer.PASSWORD, 1);
      assertThat(sender.send(unknown, NOC, MAIL, "id").reply()).contains("certification path");
      MailServer withoutTls =
          MailFixture.server(secrets, MailSecurity.STARTTLS, plain.port(), "", "", "", 1);
      assertThat(sender.send(withoutTls, NOC, MAIL, "id").reply()).contains("STARTTLS");
      assertThat(peer.waiting() + plain.waiting()).isZero();
    }
  }

  @Test
  void whatTheServerSaysIsTold() throws Exception {
    try (SmtpServer peer = new SmtpServer(MailSecurity.NONE, false)) {
      MailServer server =
          MailFixture.server(secrets, MailSecurity.NONE, peer.port(), "", "", "", 3);
      MailOutcome some =
          sender.send(server, List.of("refused@example.com", "noc@example.com"), MAIL, "id");
      assertThat(some.taken()).isTrue();
      assertThat(some.refused()).contains("550 5.1.1 nobody of this name");
      assertThat(peer.next().to()).containsExactly("noc@example.com");

      MailOutcome none = sender.send(server, List.of("refused@example.com"), MAIL, "id");
      assertThat(none.taken()).isFalse();
      assertThat(none.reply()).contains("550 5.1.1 nobody of this name");

      peer.answers("451 4.7.1 come again later");
      assertThat(sender.send(server, NOC, MAIL, "id"))
          .isEqualTo(MailOutcome.failed("451 4.7.1 come again later"));
    }
  }

  @Test
  void aServerThatIsAwayIsTold() {
    MailServer server = MailFixture.server(secrets, MailSecurity.NONE, 1, "", "", "", 3);
    assertThat(sender.send(server, NOC, MAIL, "id").reply())
        .contains("127.0.0.1")
        .contains("Connection refused");
  }
}
