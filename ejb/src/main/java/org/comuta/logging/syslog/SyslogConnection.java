package org.comuta.logging.syslog;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * An open way to a syslog server. One thread at a time; everything here may wait for the network.
 */
interface SyslogConnection extends AutoCloseable {
  /** Longest datagram that servers should take, RFC 5426 3.2. */
  int LONGEST_DATAGRAM = 2_048;

  /** Longest message over connections, RFC 5425 4.3.1. */
  int LONGEST_MESSAGE = 8_192;

  /** Longest that connecting, and the handshake of TLS, may take. */
  int CONNECT_MILLIS = 5_000;

  /** Sends one message; at the latest {@link #flush} lets it go. */
  void send(SyslogMessage message) throws IOException;

  void flush() throws IOException;

  @Override
  void close();

  /** Opens one; a host name is looked up anew each time. */
  static SyslogConnection open(SyslogTarget target) throws IOException {
    return switch (target.transport()) {
      case UDP -> new Datagrams(target);
      case TCP -> new Stream(plain(target), target.framing());
      case TLS -> new Stream(encrypted(target), SyslogFraming.OCTET_COUNTING);
    };
  }

  private static Socket plain(SyslogTarget target) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(target.host(), target.port()), CONNECT_MILLIS);
      return socket;
    } catch (IOException unreachable) {
      socket.close();
      throw unreachable;
    }
  }

  /** RFC 5425 5.1: the server must have a certificate that is trusted and of its name. */
  private static Socket encrypted(SyslogTarget target) throws IOException {
    Socket plain = plain(target);
    try {
      SSLSocket socket =
          (SSLSocket)
              TrustedCertificates.context(target.trustedCertificates())
                  .getSocketFactory()
                  .createSocket(plain, target.host(), target.port(), true);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
      socket.setSSLParameters(parameters);
      socket.setSoTimeout(CONNECT_MILLIS);
      socket.startHandshake();
      socket.setSoTimeout(0);
      return socket;
    } catch (IOException refused) {
      plain.close();
      throw refused;
    }
  }

  /** RFC 5426: one message, one datagram. */
  final class Datagrams implements SyslogConnection {
    private final DatagramSocket socket = new DatagramSocket();

    Datagrams(SyslogTarget target) throws IOException {
      try {
        socket.connect(new InetSocketAddress(InetAddress.getByName(target.host()), target.port()));
      } catch (IOException unknown) {
        socket.close();
        throw unknown;
      }
    }

    @Override
    public void send(SyslogMessage message) throws IOException {
      byte[] octets = message.octets(LONGEST_DATAGRAM);
      socket.send(new DatagramPacket(octets, octets.length));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      socket.close();
    }
  }

  /** RFC 6587: messages one after the other. */
  final class Stream implements SyslogConnection {
    private final Socket socket;
    private final SyslogFraming framing;
    private final OutputStream out;
    private volatile boolean ended;

    Stream(Socket socket, SyslogFraming framing) throws IOException {
      this.socket = socket;
      this.framing = framing;
      out = new BufferedOutputStream(socket.getOutputStream());
      Thread.ofVirtual().name("comuta-syslog-end").start(this::awaitEnd);
    }

    /** A server says nothing; that it has gone is told by the end of what it says only. */
    private void awaitEnd() {
      try (InputStream in = socket.getInputStream()) {
        in.transferTo(OutputStream.nullOutputStream());
      } catch (IOException gone) {
        // The same as an orderly end.
      } finally {
        ended = true;
      }
    }

    private void requireOpen() throws IOException {
      if (ended) {
        throw new IOException("The server has closed the connection");
      }
    }

    @Override
    public void send(SyslogMessage message) throws IOException {
      requireOpen();
      byte[] octets = message.octets(LONGEST_MESSAGE);
      switch (framing) {
        case OCTET_COUNTING -> {
          out.write((octets.length + " ").getBytes(StandardCharsets.US_ASCII));
          out.write(octets);
        }
        case NON_TRANSPARENT -> {
          for (int i = 0; i < octets.length; i++) {
            octets[i] = octets[i] == '\n' || octets[i] == '\r' ? (byte) ' ' : octets[i];
          }
          out.write(octets);
          out.write('\n');
        }
      }
    }

    @Override
    public void flush() throws IOException {
      requireOpen();
      out.flush();
    }

    @Override
    public void close() {
      try {
        socket.close();
      } catch (IOException gone) {
        // It is closed all the same.
      }
    }
  }
}
