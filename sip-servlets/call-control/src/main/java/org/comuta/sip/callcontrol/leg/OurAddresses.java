package org.comuta.sip.callcontrol.leg;

import java.util.List;
import java.util.function.Supplier;
import javax.servlet.sip.SipURI;
import org.comuta.network.SipTransport;

/** Where we listen, as neighbours may know it. Any thread. */
public final class OurAddresses {
  private final Supplier<List<SipURI>> interfaces;

  /**
   * @param interfaces the container's outbound interfaces; not empty once messages come
   */
  public OurAddresses(Supplier<List<SipURI>> interfaces) {
    this.interfaces = interfaces;
  }

  /** Our address for this transport, without brackets. */
  public String host(SipTransport transport) {
    String host = of(transport).getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /** Our address and port for this transport, as in a URI. */
  public String hostPort(SipTransport transport) {
    return bracketed(host(transport)) + ':' + of(transport).getPort();
  }

  /** A host as it stands in a URI: IPv6 addresses in brackets. */
  public static String bracketed(String host) {
    return host.indexOf(':') >= 0 && !host.startsWith("[") ? '[' + host + ']' : host;
  }

  private SipURI of(SipTransport transport) {
    List<SipURI> all = interfaces.get();
    for (SipURI uri : all) {
      if (transport.name().equalsIgnoreCase(uri.getTransportParam())) {
        return uri;
      }
    }
    return all.getFirst();
  }
}
