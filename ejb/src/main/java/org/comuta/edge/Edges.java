package org.comuta.edge;

import java.util.Optional;

/** Where the edges register while they run; the rest finds them here. Any thread. */
public final class Edges {
  private volatile Optional<CallControl> callControl = Optional.empty();
  private volatile Optional<SipEdge> sip = Optional.empty();

  public synchronized void register(CallControl control) {
    callControl = Optional.of(control);
  }

  public synchronized void register(SipEdge edge) {
    sip = Optional.of(edge);
  }

  /** Takes back what this call control registered. */
  public synchronized void unregister(CallControl control) {
    callControl = callControl.filter(other -> !other.equals(control));
  }

  /** Takes back what this SIP edge registered. */
  public synchronized void unregister(SipEdge edge) {
    sip = sip.filter(other -> !other.equals(edge));
  }

  public Optional<CallControl> callControl() {
    return callControl;
  }

  public Optional<SipEdge> sip() {
    return sip;
  }
}
