package org.comuta.edge;

import java.util.Optional;

/** Where the edges register while they run; the rest finds them here. Any thread. */
public final class Edges {
  private volatile Optional<CallControl> callControl = Optional.empty();
  private volatile Optional<MediaControl> media = Optional.empty();
  private volatile Optional<SipEdge> sip = Optional.empty();

  public synchronized void register(CallControl control) {
    callControl = Optional.of(control);
  }

  public synchronized void register(MediaControl control) {
    media = Optional.of(control);
  }

  public synchronized void register(SipEdge edge) {
    sip = Optional.of(edge);
  }

  /** Takes back what this call control registered. */
  public synchronized void unregister(CallControl control) {
    callControl = callControl.filter(other -> !other.equals(control));
  }

  /** Takes back what this media control registered. */
  public synchronized void unregister(MediaControl control) {
    media = media.filter(other -> !other.equals(control));
  }

  /** Takes back what this SIP edge registered. */
  public synchronized void unregister(SipEdge edge) {
    sip = sip.filter(other -> !other.equals(edge));
  }

  public Optional<CallControl> callControl() {
    return callControl;
  }

  /** Empty while no part that uses media runs; the engine itself may be away all the same. */
  public Optional<MediaControl> media() {
    return media;
  }

  public Optional<SipEdge> sip() {
    return sip;
  }
}
