package org.comuta.interfaces;

import java.net.InetAddress;
import java.util.Objects;
import org.comuta.network.Addresses;

/**
 * Where the server itself listens for SIP over UDP and TCP, as it was started. No interface can
 * have it.
 *
 * @param address literal; {@code 0.0.0.0} or {@code ::} for all of its family
 */
record ServerPort(String address, int port) {
  /** As the SIP container reads it. */
  static ServerPort fromSystemProperties() {
    return new ServerPort(
        System.getProperty("comuta.bind.address", "127.0.0.1"),
        Integer.getInteger("comuta.sip.port", 5060));
  }

  /** Whether the server listens at this port already. TLS shares its numbers with TCP. */
  boolean covers(SipPort other) {
    return port == other.port() && coversAddress(other.address());
  }

  private boolean coversAddress(String other) {
    String own = Objects.requireNonNullElse(Addresses.canonical(address), address);
    if (own.equals(other)) {
      return true;
    }
    if (!Addresses.isAddress(own) || !Addresses.isAddress(other)) {
      return false;
    }
    InetAddress bound = InetAddress.ofLiteral(own);
    return bound.isAnyLocalAddress()
        && bound.getClass().equals(InetAddress.ofLiteral(other).getClass());
  }
}
