package org.comuta.sip.callcontrol.incoming;

import java.util.Locale;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipURI;
import javax.servlet.sip.URI;
import org.comuta.nap.Source;
import org.comuta.network.SipTransport;

/** Where a request came from. */
final class Sources {
  private Sources() {}

  /**
   * The sender of this request, by its packet, its Via and its From. Never throws.
   *
   * @param at the interface it came in at
   */
  static Source of(SipServletRequest request, String at) {
    SipTransport transport = transport(request);
    return new Source(
        orEmpty(request.getInitialRemoteAddr()),
        request.getInitialRemotePort(),
        announcedPort(orEmpty(request.getHeader("Via")), transport.defaultPort()),
        transport,
        fromDomain(request.getFrom().getURI()),
        at);
  }

  /** Address and port as one text, {@code 192.0.2.1:5060} or {@code [2001:db8::1]:5060}. */
  static String text(Source source) {
    String address = source.address();
    return (address.indexOf(':') >= 0 ? '[' + address + ']' : address) + ':' + source.port();
  }

  /**
   * Port of a Via value, {@code SIP/2.0/UDP host:port;branch=…}; the default when it tells none.
   * The {@code rport} does not count: it is the packet's port again.
   */
  static int announcedPort(String via, int defaultPort) {
    int end = via.indexOf(';');
    String sentBy = (end < 0 ? via : via.substring(0, end)).strip();
    int colon = sentBy.lastIndexOf(':');
    if (colon < 0 || sentBy.indexOf(']', colon) >= 0) {
      return defaultPort;
    }
    try {
      int port = Integer.parseInt(sentBy.substring(colon + 1).strip());
      return port > 0 && port <= 65_535 ? port : defaultPort;
    } catch (NumberFormatException e) {
      return defaultPort;
    }
  }

  /** The transport a request came over. */
  static SipTransport transport(SipServletRequest request) {
    return transport(request.getInitialTransport());
  }

  /** The transport of this name; what is neither TCP nor TLS counts as UDP. */
  static SipTransport transport(String name) {
    return switch (orEmpty(name).toUpperCase(Locale.ROOT)) {
      case "TCP" -> SipTransport.TCP;
      case "TLS" -> SipTransport.TLS;
      default -> SipTransport.UDP;
    };
  }

  private static String fromDomain(URI from) {
    return from instanceof SipURI uri ? orEmpty(uri.getHost()) : "";
  }

  @SuppressWarnings("NullAway") // The SIP API says nothing of null and returns it.
  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
