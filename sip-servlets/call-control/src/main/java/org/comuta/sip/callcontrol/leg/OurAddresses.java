package org.comuta.sip.callcontrol.leg;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipSession;
import javax.servlet.sip.SipURI;
import org.comuta.interfaces.Interfaces;
import org.comuta.interfaces.NetworkInterface;
import org.comuta.interfaces.SipPort;
import org.comuta.nap.Nap;
import org.comuta.network.Addresses;
import org.comuta.network.SipTransport;

/** Where we listen, as neighbours may know it. Any thread. */
public final class OurAddresses {
  /** Lets what a session sends leave by a port. */
  public interface Leaving {
    /** Throws when the port is not open. */
    void by(SipSession session, SipPort port);
  }

  private final Supplier<List<SipURI>> own;
  private final Leaving leaving;

  /**
   * @param own the container's own ports; not empty once messages come
   * @param leaving how a session is made to leave by another
   */
  public OurAddresses(Supplier<List<SipURI>> own, Leaving leaving) {
    this.own = own;
    this.leaving = leaving;
  }

  /** Where we are towards this NAP. */
  public OurPort towards(Nap nap, Interfaces interfaces) {
    NetworkInterface chosen = interfaces.find(nap.sipInterface());
    int port = chosen == null ? 0 : chosen.sipPort(nap.transport());
    return chosen == null || port == 0
        ? new OurPort(own(nap.transport()), false)
        : new OurPort(new SipPort(spelled(chosen.address()), port, nap.transport()), true);
  }

  /** Where this request came in. */
  public OurPort reachedBy(SipServletRequest request, SipTransport transport) {
    SipPort port = new SipPort(spelled(request.getLocalAddr()), request.getLocalPort(), transport);
    return new OurPort(port, !port.equals(own(transport)));
  }

  /**
   * The interface this port of ours is of; a text that is no name when it is of none any more, so
   * that nobody is known there.
   */
  public static String interfaceOf(OurPort port, Interfaces interfaces) {
    if (!port.named()) {
      return Interfaces.OWN;
    }
    String name = interfaces.of(port.port());
    return name.equals(Interfaces.OWN) ? port.port().toString() : name;
  }

  /** Lets what this session sends leave by this port. Throws when it is not open. */
  public void leave(SipSession session, OurPort port) {
    if (port.named()) {
      leaving.by(session, port.port());
    }
  }

  /** A host as it stands in a URI: IPv6 addresses in brackets. */
  public static String bracketed(String host) {
    return host.indexOf(':') >= 0 && !host.startsWith("[") ? '[' + host + ']' : host;
  }

  private SipPort own(SipTransport transport) {
    List<SipURI> all = own.get();
    SipURI found = all.getFirst();
    for (SipURI uri : all) {
      if (transport.name().equalsIgnoreCase(uri.getTransportParam())) {
        found = uri;
        break;
      }
    }
    return new SipPort(spelled(found.getHost()), found.getPort(), transport);
  }

  private static String spelled(String host) {
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return bare.indexOf(':') < 0
        ? bare
        : Objects.requireNonNullElse(Addresses.canonical(bare), bare);
  }
}
