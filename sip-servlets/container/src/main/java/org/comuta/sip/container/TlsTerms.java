package org.comuta.sip.container;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.ssl.SSLContext;

/**
 * How a port meets its peers over TLS (RFC 3261 section 26). It is asked for each handshake, so
 * that what changes counts for the next connection; those that are open live on. Any thread; a
 * virtual one, which may wait.
 */
public interface TlsTerms {

  /**
   * The certificate that is shown, and whose certificates are believed.
   *
   * @throws GeneralSecurityException when there is no certificate to show; the handshake fails
   */
  SSLContext context() throws GeneralSecurityException;

  /** Whether who connects has to show a certificate. */
  boolean requiresClientCertificate();

  /**
   * Whether a certificate has to bear the name of the peer: that of whom we connect to, and that of
   * who connects when it has to show one.
   */
  boolean verifiesNames();

  /**
   * The names by which the peer at this address is known, the foremost first; empty when it is not
   * known. Host names and literal addresses.
   */
  List<String> namesOf(InetAddress peer);

  /**
   * Whether a peer is known to listen there. Where names are verified, nothing is asked of it over
   * a connection that came from there: whoever opened it was not looked at.
   */
  boolean listens(InetSocketAddress peer);
}
