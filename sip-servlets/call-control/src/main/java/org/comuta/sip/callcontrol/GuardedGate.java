package org.comuta.sip.callcontrol;

import java.net.InetAddress;
import org.comuta.intrusion.Detection;
import org.comuta.intrusion.SourceGuard;
import org.comuta.sip.container.SourceGate;

/** Lets the exchange's guard keep the gate of the container. Any thread. */
record GuardedGate(SourceGuard guard) implements SourceGate {
  @Override
  public boolean admits(InetAddress source) {
    return guard.admits(source);
  }

  @Override
  public void malformed(InetAddress source) {
    guard.met(Detection.MALFORMED, source);
  }
}
