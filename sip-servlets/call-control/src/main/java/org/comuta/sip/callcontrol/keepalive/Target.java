package org.comuta.sip.callcontrol.keepalive;

import org.comuta.interfaces.Interfaces;
import org.comuta.nap.Nap;
import org.comuta.sip.callcontrol.outgoing.Hop;

/**
 * Who is asked.
 *
 * @param interfaces those of the snapshot that the NAP is of
 */
record Target(Nap nap, Hop hop, Interfaces interfaces) {
  /** What tells it from all others. */
  String key() {
    return nap.name() + ' ' + hop.hostPort();
  }
}
