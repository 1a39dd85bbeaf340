package org.comuta.monitoring;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Whether an address stays on this machine. */
final class Loopback {
  /** System property with the address the server is bound to. */
  private static final String BIND_ADDRESS = "comuta.bind.address";

  private Loopback() {}

  /** Whether the server can be reached from this machine only. */
  static boolean serverIsLocal() {
    return is(System.getProperty(BIND_ADDRESS, "127.0.0.1"));
  }

  /** Whether this literal address is a loopback one. */
  static boolean is(String literal) {
    try {
      return literal.matches("[0-9A-Fa-f:.]+(%.+)?")
          && InetAddress.getByName(literal).isLoopbackAddress();
    } catch (UnknownHostException notAnAddress) {
      return false;
    }
  }
}
