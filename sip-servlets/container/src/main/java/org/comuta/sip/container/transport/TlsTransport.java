package org.comuta.sip.container.transport;

import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import org.comuta.sip.container.Lane;
import org.comuta.sip.container.SipSettings;
import org.comuta.sip.container.TlsTerms;
import org.comuta.sip.container.lane.LaneGroup;
import org.comuta.sip.container.transport.TransportFactory.Place;
import org.jspecify.annotations.Nullable;

/**
 * SIP over TLS (RFC 3261 section 26): connections as over TCP, each with a handshake before its
 * first message. Only TLS 1.2 and 1.3 (RFC 8996), only with forward secrecy (RFC 9325 section 4). A
 * handshake has its time, and strangers may not begin any number of them.
 */
final class TlsTransport extends TcpTransport {

  static final Duration LONGEST_HANDSHAKE = Duration.ofSeconds(10);

  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
  private static final int MAX_HANDSHAKES = 1_000;
  private static final int MAX_HANDSHAKES_OF_ONE = 100;

  private final TlsTerms terms;
  private final Handshakes handshakes = new Handshakes(MAX_HANDSHAKES, MAX_HANDSHAKES_OF_ONE);

  TlsTransport(
      SIPTransactionStack stack,
      Place place,
      SipSettings settings,
      LaneGroup lanes,
      MessageIntake intake,
      CountDownLatch reading,
      TlsTerms terms)
      throws IOException {
    super("TLS", stack, place, settings, lanes, intake, reading);
    this.terms = terms;
  }

  @Override
  Socket secured(Socket open, InetSocketAddress peer, boolean accepted) throws IOException {
    if (!accepted) {
      return handshake(open, peer, false);
    }
    InetAddress stranger = peer.getAddress();
    if (!handshakes.begin(stranger)) {
      throw failed(stranger, "too many handshakes at once", null);
    }
    try {
      return handshake(open, peer, true);
    } finally {
      handshakes.end(stranger);
    }
  }

  /**
   * Who comes from where a neighbour listens is not believed to be that neighbour, of whom we would
   * verify the name if we connected (RFC 5923).
   */
  @Override
  boolean mayBeAsked(InetSocketAddress peer) {
    return !terms.verifiesNames() || !terms.listens(peer);
  }

  private Socket handshake(Socket open, InetSocketAddress peer, boolean accepted)
      throws IOException {
    InetAddress address = peer.getAddress();
    Lane.Cancellable limit =
        lanes.next().schedule(LONGEST_HANDSHAKE, () -> TcpConnection.close(open));
    try {
      SSLSocket secure = begin(open, peer, accepted);
      secure.startHandshake();
      if (terms.verifiesNames() && (!accepted || terms.requiresClientCertificate())) {
        checkName(secure, address, accepted);
      }
      if (limit.cancel()) {
        return secure;
      }
      throw new SSLException("ended too late");
    } catch (IOException | GeneralSecurityException | RuntimeException failure) {
      boolean inTime = limit.cancel();
      throw failed(
          address, inTime ? String.valueOf(failure.getMessage()) : "it took too long", failure);
    }
  }

  private SSLSocket begin(Socket open, InetSocketAddress peer, boolean accepted)
      throws IOException, GeneralSecurityException {
    List<String> names = accepted ? List.of() : terms.namesOf(peer.getAddress());
    String host = names.isEmpty() ? peer.getAddress().getHostAddress() : names.getFirst();
    SSLSocket secure =
        (SSLSocket)
            terms.context().getSocketFactory().createSocket(open, host, peer.getPort(), true);
    secure.setUseClientMode(!accepted);
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setProtocols(PROTOCOLS);
    parameters.setCipherSuites(withForwardSecrecy(parameters.getCipherSuites()));
    parameters.setUseCipherSuitesOrder(true);
    if (accepted) {
      parameters.setNeedClientAuth(terms.requiresClientCertificate());
    } else if (CertificateNames.literal(host) == null) {
      parameters.setServerNames(List.of(new SNIHostName(host)));
    }
    secure.setSSLParameters(parameters);
    return secure;
  }

  private static String[] withForwardSecrecy(String[] suites) {
    return Arrays.stream(suites)
        .filter(suite -> !suite.startsWith("TLS_RSA_") && !suite.startsWith("TLS_ECDH_"))
        .toArray(String[]::new);
  }

  /** Who is not known has to show the very address; of who connects nothing more is asked. */
  private void checkName(SSLSocket secure, InetAddress peer, boolean accepted)
      throws SSLPeerUnverifiedException {
    List<String> known = terms.namesOf(peer);
    if (known.isEmpty() && accepted) {
      return;
    }
    List<String> names = known.isEmpty() ? List.of(peer.getHostAddress()) : known;
    Certificate[] chain = secure.getSession().getPeerCertificates();
    if (!(chain[0] instanceof X509Certificate own) || !CertificateNames.bearsOne(own, names)) {
      throw new SSLPeerUnverifiedException("its certificate is not for " + names);
    }
  }

  private IOException failed(InetAddress peer, String reason, @Nullable Exception cause) {
    if (!isStopping()) {
      intake.handshakeFailed(peer, reason);
    }
    return new SSLException(reason, cause);
  }

  @Override
  public int getDefaultTargetPort() {
    return 5061;
  }

  @Override
  public boolean isSecure() {
    return true;
  }
}
