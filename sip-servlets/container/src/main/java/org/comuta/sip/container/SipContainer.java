package org.comuta.sip.container;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.servlet.sip.SipSession;
import org.jspecify.annotations.Nullable;

/**
 * The SIP container of this web application. It starts with the application, when all servlets are
 * ready, and stops with it. Any thread.
 */
public interface SipContainer {

  /** What it does now. */
  SipStatus status();

  Lanes lanes();

  /** Dialogs, for who keeps them beyond this process. */
  Dialogs dialogs();

  /**
   * Opens a port beside the container's own; one that is open already stays so. Waits for the
   * socket alone.
   *
   * @throws SipStartException when it cannot be opened; nothing is left of it then
   */
  void listen(SipStatus.Listening port) throws SipStartException;

  /**
   * The same for a port over TLS.
   *
   * @param terms how peers are met there; a port that is open already keeps those it has
   */
  void listen(SipStatus.Listening port, TlsTerms terms) throws SipStartException;

  /** Lets this one decide from where messages are taken; before, they are from everywhere. */
  void guard(SourceGate gate);

  /**
   * Lets what this session sends leave by this port, which its peer is told to answer to. Otherwise
   * it leaves by the container's own. On its lane.
   *
   * @throws IllegalArgumentException when the port is not open
   */
  void leaveBy(SipSession session, SipStatus.Listening port);

  /**
   * Closes a port that {@link #listen} opened, if it is open. Whoever still uses it has lost their
   * way.
   *
   * @throws IllegalArgumentException when it is the container's own
   */
  void close(SipStatus.Listening port);

  /**
   * Unbinds the ports, ends the lanes, and forgets all sessions. Nothing of it is left. Calls in
   * progress are not released: that is call control's, before.
   */
  void stop();

  /**
   * The container of the application that asks.
   *
   * @throws IllegalStateException when it is not running
   */
  static SipContainer running() {
    SipContainer running = Running.CONTAINER.get();
    if (running == null) {
      throw new IllegalStateException("the SIP container is not running");
    }
    return running;
  }

  /** What the container of the application that asks does now; empty while it does not run. */
  static Optional<SipStatus> currentStatus() {
    return Optional.ofNullable(Running.CONTAINER.get()).map(SipContainer::status);
  }

  /** Which container runs; kept by the container itself. */
  final class Running {

    private static final AtomicReference<@Nullable SipContainer> CONTAINER =
        new AtomicReference<>();

    private Running() {}

    public static void set(@Nullable SipContainer container) {
      CONTAINER.set(container);
    }
  }
}
