package org.comuta.sip.container.start;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.comuta.sip.container.TlsTerms;

/** Terms that a test changes while they count. */
final class TestTerms implements TlsTerms {
  volatile SSLContext context = TestCertificates.context(TestCertificates.EXCHANGE, "");
  volatile boolean mutual;
  volatile boolean verifying;
  volatile List<String> names = List.of();
  volatile int listeningPort;

  @Override
  public SSLContext context() {
    return context;
  }

  @Override
  public boolean requiresClientCertificate() {
    return mutual;
  }

  @Override
  public boolean verifiesNames() {
    return verifying;
  }

  @Override
  public List<String> namesOf(InetAddress peer) {
    return names;
  }

  @Override
  public boolean listens(InetSocketAddress peer) {
    return peer.getPort() == listeningPort;
  }
}
