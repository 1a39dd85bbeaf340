package org.comuta.interfaces;

import org.comuta.network.HostPort;
import org.comuta.network.SipTransport;

/**
 * A port of this host for SIP.
 *
 * @param address literal, in its one spelling, without brackets
 */
public record SipPort(String address, int port, SipTransport transport) {
  @Override
  public String toString() {
    return transport + " port " + new HostPort(address, port);
  }
}
