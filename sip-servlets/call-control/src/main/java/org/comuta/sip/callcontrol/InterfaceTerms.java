package org.comuta.sip.callcontrol;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStoreException;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.comuta.certificate.TlsContexts;
import org.comuta.interfaces.Interfaces;
import org.comuta.interfaces.NetworkInterface;
import org.comuta.interfaces.SipPort;
import org.comuta.interfaces.TlsVerification;
import org.comuta.sip.container.SipStartException;
import org.comuta.sip.container.TlsTerms;
import org.comuta.snapshot.LiveSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * How neighbours are met over TLS at a port of a named interface: as that interface says in the
 * live revision. One that has gone counts as it was, for calls that are still on its port.
 */
final class InterfaceTerms implements TlsTerms {
  private final SipPort port;
  private final LiveSnapshot live;
  private final TlsContexts contexts;
  private volatile @Nullable NetworkInterface last;

  InterfaceTerms(SipPort port, LiveSnapshot live, TlsContexts contexts) {
    this.port = port;
    this.live = live;
    this.contexts = contexts;
  }

  /**
   * Finds out whether there is a certificate to show. Of an interface that is about to be live, the
   * configuration has looked already.
   *
   * @throws SipStartException when there is none
   */
  void check() throws SipStartException {
    try {
      if (current() != null) {
        context();
      }
    } catch (GeneralSecurityException unusable) {
      throw new SipStartException(String.valueOf(unusable.getMessage()), unusable);
    }
  }

  private @Nullable NetworkInterface current() {
    Interfaces interfaces = live.current().interfaces();
    NetworkInterface now = interfaces.find(interfaces.of(port));
    if (now != null) {
      last = now;
    }
    return last;
  }

  private TlsVerification verification() {
    NetworkInterface one = current();
    return one == null ? TlsVerification.MUTUAL : one.tlsVerification();
  }

  @Override
  public SSLContext context() throws GeneralSecurityException {
    NetworkInterface one = current();
    if (one == null) {
      throw new KeyStoreException(port + " is not live yet");
    }
    return contexts.of(one.tlsCertificate(), one.tlsVerification() != TlsVerification.NONE);
  }

  @Override
  public boolean requiresClientCertificate() {
    return verification() == TlsVerification.MUTUAL;
  }

  @Override
  public boolean verifiesNames() {
    return verification() != TlsVerification.NONE;
  }

  @Override
  public List<String> namesOf(InetAddress peer) {
    NetworkInterface one = current();
    return one == null
        ? List.of()
        : live.current().naps().tlsNames(one.name(), peer.getHostAddress());
  }

  @Override
  public boolean listens(InetSocketAddress peer) {
    NetworkInterface one = current();
    String address = peer.getAddress().getHostAddress();
    return one != null && live.current().naps().listensOverTls(one.name(), address, peer.getPort());
  }
}
