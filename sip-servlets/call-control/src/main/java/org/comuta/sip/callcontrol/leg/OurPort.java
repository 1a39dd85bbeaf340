package org.comuta.sip.callcontrol.leg;

import org.comuta.interfaces.SipPort;
import org.comuta.network.HostPort;

/**
 * A port of ours, as a neighbour knows it.
 *
 * @param named whether it is of a named interface, not where the server itself listens
 */
public record OurPort(SipPort port, boolean named) {
  /** Our address, without brackets. */
  public String host() {
    return port.address();
  }

  /** Our address and port, as in a URI. */
  public String hostPort() {
    return new HostPort(port.address(), port.port()).toString();
  }
}
