package org.comuta.sip.callcontrol.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.comuta.sip.container.start.TestCertificates;
import org.jspecify.annotations.Nullable;

/**
 * Stands before one SIPp that has no TLS: what it says over its one connection is said to the
 * exchange over TLS, over another connection when one is lost, and what the exchange says over any
 * is said to it. It shows the certificate of 127.0.0.1.
 */
final class TlsRelay implements AutoCloseable {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final long AGAIN_NANOS = 10_000_000;

  private final SSLContext context =
      TestCertificates.context(TestCertificates.ADDRESSED, TestCertificates.AUTHORITY);
  private final @Nullable InetSocketAddress exchange;
  private final ServerSocket secured;
  private final ServerSocket plain;
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  /** Over which SIPp is heard by the exchange; null while there is none. */
  private final AtomicReference<@Nullable SSLSocket> current = new AtomicReference<>();

  private TlsRelay(int securePort, @Nullable InetSocketAddress exchange) {
    this.exchange = exchange;
    try {
      secured = new ServerSocket(securePort, 5, HERE);
      plain = new ServerSocket(0, 5, HERE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For a SIPp that connects to {@link #plainPort}, and so to the exchange. */
  static TlsRelay ofCaller(int securePort, InetSocketAddress exchange) {
    TlsRelay relay = new TlsRelay(securePort, exchange);
    run(() -> relay.serve(relay.keep(relay.plain.accept())));
    return relay;
  }

  /** For a SIPp that listens at a port of loopback, and is called. */
  static TlsRelay ofCalled(int securePort, int sippPort) {
    TlsRelay relay = new TlsRelay(securePort, null);
    run(() -> relay.serve(relay.keep(new Socket(HERE, sippPort))));
    return relay;
  }

  int plainPort() {
    return plain.getLocalPort();
  }

  private void serve(Socket sipp) throws IOException {
    run(
        () -> {
          while (true) {
            Socket accepted = keep(secured.accept());
            run(() -> hear(secure(accepted, false), sipp));
          }
        });
    InputStream in = sipp.getInputStream();
    byte[] said = new byte[65_536];
    for (int count = in.read(said); count >= 0; count = in.read(said)) {
      connection(sipp).getOutputStream().write(said, 0, count);
    }
  }

  /** Passes on what the exchange says over this connection, over which it is answered too. */
  private void hear(SSLSocket connection, Socket sipp) throws IOException {
    current.set(connection);
    try {
      connection.getInputStream().transferTo(sipp.getOutputStream());
    } finally {
      current.compareAndSet(connection, null);
    }
  }

  private SSLSocket connection(Socket sipp) {
    while (true) {
      SSLSocket known = current.get();
      if (known != null) {
        return known;
      }
      if (exchange != null) {
        connect(exchange, sipp);
      } else {
        LockSupport.parkNanos(AGAIN_NANOS);
      }
    }
  }

  private void connect(InetSocketAddress there, Socket sipp) {
    try {
      SSLSocket made = secure(keep(new Socket(there.getAddress(), there.getPort())), true);
      current.set(made);
      run(() -> hear(made, sipp));
    } catch (IOException notYet) {
      LockSupport.parkNanos(AGAIN_NANOS);
    }
  }

  private SSLSocket secure(Socket socket, boolean client) throws IOException {
    SSLSocket secure =
        (SSLSocket) context.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
    secure.setUseClientMode(client);
    secure.startHandshake();
    return secure;
  }

  private Socket keep(Socket socket) {
    open.add(socket);
    return socket;
  }

  /** Something that ends with its sockets. */
  private interface Work {
    void run() throws IOException;
  }

  private static void run(Work work) {
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                work.run();
              } catch (IOException closed) {
                // Whoever waits for what it brings finds out.
              }
            });
  }

  @Override
  public void close() {
    try {
      secured.close();
      plain.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
