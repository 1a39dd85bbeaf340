package org.comuta.tests.harness;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A neighbour that calls over one connection over TLS, and believes whatever it is shown. */
public final class TlsCaller implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 30_000;

  private final SSLSocket socket;

  /** Connects; the handshake is over then. */
  public TlsCaller(InetSocketAddress exchange) throws IOException, GeneralSecurityException {
    SSLContext context = Believing.context();
    socket =
        (SSLSocket)
            context.getSocketFactory().createSocket(exchange.getAddress(), exchange.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.startHandshake();
  }

  /** What it was shown. */
  public X509Certificate shown() throws IOException {
    return (X509Certificate) socket.getSession().getPeerCertificates()[0];
  }

  /** Calls this number, is answered, and hangs up. */
  public void call(String number, String callId) throws IOException {
    String description =
        """
        v=0
        o=peer 1 1 IN IP4 127.0.0.1
        s=-
        c=IN IP4 127.0.0.1
        t=0 0
        m=audio 30000 RTP/AVP 8
        """
            .replace("\n", "\r\n");
    String target = "sip:" + number + "@exchange.example.net";
    send("INVITE", target, '<' + target + '>', callId, 1, description);
    String answer = receive("SIP/2.0 200");
    String to = header("To", answer);
    String contact = header("Contact", answer);
    String there = contact.substring(contact.indexOf('<') + 1, contact.indexOf('>'));
    send("ACK", there, to, callId, 1, "");
    send("BYE", there, to, callId, 2, "");
    receive("SIP/2.0 200");
  }

  private void send(
      String method, String target, String to, String callId, int sequence, String body)
      throws IOException {
    String here = "127.0.0.1:" + socket.getLocalPort();
    String message =
        """
        %s %s SIP/2.0
        Via: SIP/2.0/TLS %s;branch=z9hG4bK%s%s
        Max-Forwards: 70
        From: <sip:4833334444@%s>;tag=tls
        To: %s
        Call-ID: %s
        CSeq: %d %s
        Contact: <sip:peer@%s;transport=tls>
        Content-Type: application/sdp
        Content-Length: %d

        """
            .formatted(
                method,
                target,
                here,
                method,
                callId,
                here,
                to,
                callId,
                sequence,
                method,
                here,
                body.length())
            .replace("\n", "\r\n");
    socket.getOutputStream().write((message + body).getBytes(ISO_8859_1));
  }

  /** The next message that begins like this, with its body; others are passed over. */
  private String receive(String beginning) throws IOException {
    while (true) {
      StringBuilder text = new StringBuilder();
      while (text.indexOf("\r\n\r\n") < 0) {
        int octet = socket.getInputStream().read();
        if (octet < 0) {
          throw new IOException("ended after: " + text);
        }
        text.append((char) octet);
      }
      int length = Integer.parseInt(header("Content-Length", text.toString()));
      text.append(new String(socket.getInputStream().readNBytes(length), ISO_8859_1));
      if (text.indexOf(beginning) == 0) {
        return text.toString();
      }
    }
  }

  private static String header(String name, String message) {
    int begin = message.indexOf("\r\n" + name + ": ");
    if (begin < 0) {
      throw new AssertionError("no " + name + " in:\n" + message);
    }
    int value = begin + name.length() + 4;
    return message.substring(value, message.indexOf("\r\n", value)).strip();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
