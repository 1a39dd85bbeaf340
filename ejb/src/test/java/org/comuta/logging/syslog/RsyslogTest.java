package org.comuta.logging.syslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.comuta.logging.line.LogLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A syslog server of others judges what is sent. */
@Timeout(120)
class RsyslogTest {
  private static final SyslogSource SOURCE = new SyslogSource("pbx.example.net", "42");

  private static SyslogTarget target(
      SyslogTransport transport, String host, int port, String certificates) {
    return new SyslogTarget(
        "rsyslog",
        true,
        host,
        port,
        transport,
        SyslogFraming.OCTET_COUNTING,
        SyslogFacility.LOCAL5,
        LogLevel.INFO,
        certificates);
  }

  @Test
  void readsEveryFieldOverTcpAndTls(@TempDir Path folder) throws Exception {
    try (Rsyslog server = Rsyslog.start(folder)) {
      SyslogTarget tcp = target(SyslogTransport.TCP, "127.0.0.1", server.tcpPort(), "");
      SyslogTarget tls =
          target(SyslogTransport.TLS, "localhost", server.tlsPort(), server.certificate());
      try (SyslogSender overTcp = SyslogSender.start(tcp, SOURCE);
          SyslogSender overTls = SyslogSender.start(tls, SOURCE)) {
        overTcp.offer(SyslogSenderTest.line(LogLevel.WARN, "over TCP, é €"));
        server.received(1);
        overTls.offer(SyslogSenderTest.line(LogLevel.ERROR, "over TLS"));
        List<String> received = server.received(2);
        String data = "[origin software=\"Comuta\"][meta sequenceId=\"1\"]";
        assertThat(received.get(0))
            .startsWith("local5|warning|pbx.example.net|comuta|42|SIP|" + data + "|")
            .endsWith("[org.comuta.sip] (main) over TCP, é €");
        assertThat(received.get(1))
            .startsWith("local5|err|pbx.example.net|comuta|42|SIP|" + data + "|")
            .endsWith("[org.comuta.sip] (main) over TLS");
      }
    }
  }

  @Test
  void isNotTrustedWithoutItsCertificateOrUnderAnotherName(@TempDir Path folder) throws Exception {
    try (Rsyslog server = Rsyslog.start(folder)) {
      SyslogTarget stranger = target(SyslogTransport.TLS, "localhost", server.tlsPort(), "");
      assertThat(SyslogSender.test(stranger, SOURCE, SyslogSenderTest.line(LogLevel.INFO, "x")))
          .contains("certification path");
      SyslogTarget misnamed =
          target(SyslogTransport.TLS, "127.0.0.1", server.tlsPort(), server.certificate());
      assertThat(SyslogSender.test(misnamed, SOURCE, SyslogSenderTest.line(LogLevel.INFO, "x")))
          .contains("127.0.0.1");
      SyslogTarget right =
          target(SyslogTransport.TLS, "localhost", server.tlsPort(), server.certificate());
      assertThat(SyslogSender.test(right, SOURCE, SyslogSenderTest.line(LogLevel.INFO, "x")))
          .isNull();
      assertThat(server.received(1).getFirst()).endsWith(" x");
    }
  }
}
