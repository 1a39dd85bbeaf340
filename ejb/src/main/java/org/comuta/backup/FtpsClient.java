package org.comuta.backup;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.apache.commons.net.ftp.FTPSClient;
import org.jspecify.annotations.Nullable;

/**
 * FTP over explicit TLS (RFC 4217) whose data connections resume the session of the control
 * connection, as servers demand to know that both are of the same client (vsftpd's {@code
 * require_ssl_reuse}).
 *
 * <p>TLS 1.2 with sessions known by their ID, because that can be resumed as often as there are
 * data connections: of TLS 1.3 a server gives as many tickets as it likes, usually two, and the JDK
 * takes none that vsftpd gives in TLS 1.2, whose lifetime is beyond all bounds.
 */
final class FtpsClient extends FTPSClient {
  private static final String[] PROTOCOLS = {"TLSv1.2"};
  private static final String TICKETS = "jdk.tls.client.enableSessionTicketExtension";

  private final SSLContext context;
  private final boolean namesChecked;

  FtpsClient(PinnedCertificate pinned) {
    this(
        context(pinned.isPinned() ? pinned : PinnedCertificate.ofThePlatform(pinned)),
        !pinned.isPinned());
  }

  private FtpsClient(SSLContext context, boolean namesChecked) {
    super(false, context);
    this.context = context;
    this.namesChecked = namesChecked;
    setEnabledProtocols(PROTOCOLS);
    setEndpointCheckingEnabled(namesChecked);
  }

  /**
   * A context that asks for no session tickets. JSSE has no other switch for that than a property
   * of the JVM, which it looks at when it makes a context; others that are made at this moment
   * resume by ID, too.
   */
  private static synchronized SSLContext context(TrustManager trust) {
    @Nullable String before = System.getProperty(TICKETS);
    System.setProperty(TICKETS, "false");
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trust}, null);
      return context;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JDK has no TLS", impossible);
    } finally {
      if (before == null) {
        System.clearProperty(TICKETS);
      } else {
        System.setProperty(TICKETS, before);
      }
    }
  }

  /** As the base class, but the data connection is secured here. */
  @Override
  public void execPROT(String level) throws IOException {
    super.execPROT(level);
    DataSockets sockets = new DataSockets(control().getPeerPort());
    setSocketFactory(sockets);
    setServerSocketFactory(sockets.accepting());
  }

  private SSLSession control() {
    return ((SSLSocket) _socket_).getSession();
  }

  @Override
  protected @Nullable Socket _openDataConnection_(String command, @Nullable String argument)
      throws IOException {
    Socket plain = super._openDataConnection_(command, argument);
    return plain == null ? null : secured(plain);
  }

  private SSLSocket secured(Socket plain) throws IOException {
    SSLSession control = control();
    try {
      SSLSocket secured =
          (SSLSocket)
              context
                  .getSocketFactory()
                  .createSocket(plain, control.getPeerHost(), control.getPeerPort(), true);
      secured.setUseClientMode(true);
      SSLParameters parameters = secured.getSSLParameters();
      parameters.setProtocols(PROTOCOLS);
      if (namesChecked) {
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
      }
      secured.setSSLParameters(parameters);
      secured.startHandshake();
      return secured;
    } catch (IOException | RuntimeException failed) {
      plain.close();
      throw failed;
    }
  }
}
