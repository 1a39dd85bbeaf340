package org.comuta.interfaces;

import org.comuta.network.HostPort;
import org.comuta.network.SipTransport;

/**
 * A port of this host for SIP.
 *
 * @param address literal, in its one spelling, without brackets
 */
public record SipPort(String address, int port, SipTransport transport) {
  /** Address and port, as people write them. */
  public HostPort hostPort() {
    return new HostPort(address, port);
  }

  @Override
  public String toString() {
    return transport + " port " + hostPort();
  }
}
