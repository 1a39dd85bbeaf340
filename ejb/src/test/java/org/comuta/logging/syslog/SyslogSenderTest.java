package org.comuta.logging.syslog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.comuta.logging.line.LogComponent;
import org.comuta.logging.line.LogLevel;
import org.comuta.logging.line.LogLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SyslogSenderTest {
  private static final SyslogSource SOURCE = new SyslogSource("pbx.example.net", "42");

  private final BlockingQueue<SyslogState> told = new LinkedBlockingQueue<>();

  static SyslogTarget target(SyslogTransport transport, int port, SyslogFraming framing) {
    return new SyslogTarget(
        "here",
        true,
        "127.0.0.1",
        port,
        transport,
        framing,
        SyslogFacility.LOCAL0,
        LogLevel.INFO,
        "");
  }

  static LogLine line(LogLevel level, String text) {
    return new LogLine(0, Instant.now(), level, LogComponent.SIP, "org.comuta.sip", "main", text);
  }

  private static ServerSocket listen(int port) throws IOException {
    ServerSocket server = new ServerSocket();
    server.setReuseAddress(true);
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return server;
  }

  /** One message after its length, RFC 6587 3.4.1. */
  private static String counted(InputStream in) throws IOException {
    int length = 0;
    for (int digit = in.read(); digit != ' '; digit = in.read()) {
      assertThat(digit).isBetween((int) '0', (int) '9');
      length = length * 10 + digit - '0';
    }
    return new String(in.readNBytes(length), UTF_8);
  }

  @Test
  void countsOctetsOverTcpAndSendsNoLessGraveLine() throws Exception {
    try (ServerSocket server = listen(0);
        SyslogSender sender =
            SyslogSender.start(
                target(SyslogTransport.TCP, server.getLocalPort(), SyslogFraming.OCTET_COUNTING),
                SOURCE)) {
      sender.offer(line(LogLevel.DEBUG, "too fine"));
      sender.offer(line(LogLevel.INFO, "two\nlines"));
      sender.offer(line(LogLevel.ERROR, "x".repeat(100_000)));
      try (Socket peer = server.accept()) {
        assertThat(counted(peer.getInputStream()))
            .startsWith("<134>1 ")
            .contains(" pbx.example.net comuta 42 SIP ", "sequenceId=\"1\"")
            .endsWith("two\nlines");
        assertThat(counted(peer.getInputStream()))
            .startsWith("<131>1 ")
            .hasSizeBetween(8_000, 8_192);
      }
      assertThat(sender.state().sent()).isEqualTo(2);
    }
  }

  @Test
  void endsMessagesByLineFeedsWhereAsked() throws Exception {
    try (ServerSocket server = listen(0);
        SyslogSender sender =
            SyslogSender.start(
                target(SyslogTransport.TCP, server.getLocalPort(), SyslogFraming.NON_TRANSPARENT),
                SOURCE)) {
      sender.offer(line(LogLevel.INFO, "two\nlines"));
      sender.offer(line(LogLevel.INFO, "one"));
      try (Socket peer = server.accept();
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(peer.getInputStream(), UTF_8))) {
        assertThat(lines.readLine()).startsWith("<134>1 ").endsWith("two lines");
        assertThat(lines.readLine()).endsWith("one");
      }
    }
  }

  @Test
  void sendsADatagramEach() throws Exception {
    try (DatagramSocket server = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        SyslogSender sender =
            SyslogSender.start(
                target(SyslogTransport.UDP, server.getLocalPort(), SyslogFraming.OCTET_COUNTING),
                SOURCE)) {
      sender.offer(line(LogLevel.INFO, "é".repeat(5_000)));
      DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
      server.receive(packet);
      assertThat(packet.getLength()).isBetween(2_046, 2_048);
      assertThat(new String(packet.getData(), 0, packet.getLength(), UTF_8)).startsWith("<134>1 ");
    }
  }

  @Test
  void dropsAndCountsWhileTheServerIsAwayAndTellsItAfterwards() throws Exception {
    int port;
    try (ServerSocket server = listen(0)) {
      port = server.getLocalPort();
    }
    try (SyslogSender sender =
        SyslogSender.start(
            target(SyslogTransport.TCP, port, SyslogFraming.OCTET_COUNTING),
            SOURCE,
            3,
            told::add)) {
      assertThat(told.take().problem()).isNotEmpty();
      for (int i = 0; i < 10; i++) {
        sender.offer(line(LogLevel.INFO, "line " + i));
      }
      SyslogState away = sender.state();
      assertThat(away.connected()).isFalse();
      assertThat(sender.isAway()).isTrue();
      assertThat(away.dropped()).isEqualTo(7);
      assertThat(away.waiting()).isEqualTo(3);
      try (ServerSocket server = listen(port);
          Socket peer = server.accept()) {
        assertThat(counted(peer.getInputStream())).contains("7 messages were lost");
        assertThat(counted(peer.getInputStream())).endsWith("line 0");
        assertThat(sender.state().connected()).isTrue();
        assertThat(sender.state().problem()).isEmpty();
        assertThat(sender.isAway()).isFalse();
      }
    }
  }

  @Test
  void connectsAgainWhenTheServerCloses() throws Exception {
    try (ServerSocket server = listen(0);
        SyslogSender sender =
            SyslogSender.start(
                target(SyslogTransport.TCP, server.getLocalPort(), SyslogFraming.OCTET_COUNTING),
                SOURCE,
                3,
                told::add)) {
      server.accept().close();
      assertThat(told.take().connected()).isTrue();
      assertThat(told.take().problem()).isNotEmpty();
      try (Socket again = server.accept()) {
        sender.offer(line(LogLevel.INFO, "after"));
        assertThat(counted(again.getInputStream())).endsWith("after");
      }
    }
  }

  @Test
  void aTestSaysWhyItFails() throws Exception {
    int port;
    try (ServerSocket server = listen(0)) {
      port = server.getLocalPort();
      SyslogTarget plain = target(SyslogTransport.TCP, port, SyslogFraming.OCTET_COUNTING);
      assertThat(SyslogSender.test(plain, SOURCE, line(LogLevel.INFO, "test"))).isNull();
      try (Socket peer = server.accept()) {
        assertThat(counted(peer.getInputStream())).endsWith("test");
      }
    }
    SyslogTarget away = target(SyslogTransport.TCP, port, SyslogFraming.OCTET_COUNTING);
    assertThat(SyslogSender.test(away, SOURCE, line(LogLevel.INFO, "test"))).isNotBlank();
  }
}
