package org.comuta.sip.container.transport;

import java.net.InetAddress;
import org.comuta.sip.container.SourceGate;

/** The gate that all transports of the container share. Any thread. */
final class Gate {

  private final Traffic traffic;
  private volatile SourceGate keeper = SourceGate.OPEN;

  Gate(Traffic traffic) {
    this.traffic = traffic;
  }

  void keptBy(SourceGate other) {
    keeper = other;
  }

  /** Whether what comes from there is taken; counts what is not. */
  boolean admits(InetAddress source) {
    boolean admitted = keeper.admits(source);
    if (!admitted) {
      traffic.blocked();
    }
    return admitted;
  }

  void malformed(InetAddress source) {
    keeper.malformed(source);
  }
}
