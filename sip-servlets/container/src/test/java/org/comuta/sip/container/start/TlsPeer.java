package org.comuta.sip.container.start;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A SIP peer made of text and one connection over TLS. */
final class TlsPeer implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 5_000;

  final SSLSocket socket;

  /** One that connects; its handshake is over. */
  TlsPeer(InetSocketAddress server, SSLContext context) throws IOException {
    this(connected(server), context, true);
  }

  /** One end of a connection that is open. */
  TlsPeer(Socket open, SSLContext context, boolean client) throws IOException {
    socket = (SSLSocket) context.getSocketFactory().createSocket(open, null, open.getPort(), true);
    socket.setUseClientMode(client);
    socket.setSoTimeout(PATIENCE_MILLIS);
    try {
      socket.startHandshake();
    } catch (IOException refused) {
      socket.close();
      throw refused;
    }
  }

  private static Socket connected(InetSocketAddress server) throws IOException {
    return new Socket(server.getAddress(), server.getPort());
  }

  void send(String message) throws IOException {
    socket.getOutputStream().write(message.getBytes(ISO_8859_1));
  }

  /** The next message that begins like this, without body; others are passed over. */
  String receive(String beginning) throws IOException {
    while (true) {
      String message = receive();
      if (message.startsWith(beginning)) {
        return message;
      }
    }
  }

  private String receive() throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.indexOf("\r\n\r\n") < 0) {
      byte[] octet = socket.getInputStream().readNBytes(1);
      if (octet.length == 0) {
        throw new IOException("ended after: " + text);
      }
      text.append(new String(octet, ISO_8859_1));
    }
    return text.toString();
  }

  /** Its address and port, as in a URI. */
  private String here() {
    String address = socket.getLocalAddress().getHostAddress();
    return (address.indexOf(':') < 0 ? address : '[' + address + ']') + ':' + socket.getLocalPort();
  }

  /** A request to the exchange at this URI. */
  String request(String method, String uri, String callId, int cseq, String to) {
    return """
        %s %s SIP/2.0
        Via: SIP/2.0/TLS %s;branch=z9hG4bK%s%s
        Max-Forwards: 70
        From: <sip:test@%s>;tag=from%s
        To: %s
        Call-ID: %s
        CSeq: %d %s
        Contact: <sip:test@%s;transport=tls>
        Content-Length: 0

        """
        .formatted(
            method, uri, here(), method, callId, here(), callId, to, callId, cseq, method, here())
        .replace("\n", "\r\n");
  }

  /** Answers this request with this status, as somebody with this To tag who listens there. */
  void answer(String request, int status, String tag, int port) throws IOException {
    StringBuilder response = new StringBuilder("SIP/2.0 " + status + " As You Like\r\n");
    for (String name : new String[] {"Via", "From", "Call-ID", "CSeq"}) {
      response.append(name).append(": ").append(UdpClient.header(name, request)).append("\r\n");
    }
    String to = UdpClient.header("To", request);
    response.append("To: ").append(to).append(to.contains("tag=") ? "" : ";tag=" + tag);
    send(
        response
            + "\r\nContact: <sip:callee@127.0.0.1:"
            + port
            + ";transport=tls>\r\nContent-Length: 0\r\n\r\n");
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
