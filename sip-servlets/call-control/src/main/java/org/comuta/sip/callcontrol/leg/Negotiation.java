package org.comuta.sip.callcontrol.leg;

import javax.servlet.sip.SipServletRequest;
import org.comuta.sip.container.Lane;
import org.jspecify.annotations.Nullable;

/**
 * The re-INVITEs and UPDATEs under way over one leg. One at a time goes each way (RFC 3261 section
 * 14, RFC 3311 section 5); this is how two that meet are told apart.
 */
public final class Negotiation {
  /** What stands in the way of one more. */
  public enum Obstacle {
    /** We sent one to this side, or wait for its ACK: 491. */
    OURS,
    /** This side sent one before: 500 with Retry-After. */
    THEIRS
  }

  private @Nullable SipServletRequest received;
  private @Nullable SipServletRequest sent;
  private @Nullable PendingAck pendingAck;

  /** What keeps this side from beginning one now; null when nothing does. */
  public @Nullable Obstacle obstacle() {
    if (received != null) {
      return Obstacle.THEIRS;
    }
    return sent != null || pendingAck != null ? Obstacle.OURS : null;
  }

  /** The request of this side that has no final response yet. */
  public @Nullable SipServletRequest received() {
    return received;
  }

  /** The request to this side that has no final response yet. */
  public @Nullable SipServletRequest sent() {
    return sent;
  }

  public void received(@Nullable SipServletRequest request) {
    received = request;
  }

  public void sent(@Nullable SipServletRequest request) {
    sent = request;
  }

  /** This side was sent a 2xx and owes its ACK. */
  void owesAck(PendingAck ack) {
    pendingAck = ack;
  }

  /** The ACK came, or is not waited for any more; null when none was owed. */
  public @Nullable PendingAck takeAck() {
    PendingAck ack = pendingAck;
    pendingAck = null;
    if (ack != null) {
      ack.timer().cancel();
    }
    return ack;
  }

  /**
   * A 2xx to an INVITE that was sent to one side.
   *
   * @param onward what the ACK lets happen on the other side; null when that was done before
   */
  public record PendingAck(@Nullable Onward onward, Lane.Cancellable timer) {}

  /** Passes an ACK on. */
  @FunctionalInterface
  public interface Onward {
    /** The ACK came; null when it did not. */
    void acknowledge(@Nullable SipServletRequest ack) throws Exception;
  }
}
