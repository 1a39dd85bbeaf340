package org.comuta.sip.callcontrol.media;

import org.comuta.cause.Failure;
import org.comuta.sip.callcontrol.sdp.Body;
import org.comuta.sip.callcontrol.sdp.OriginLine;
import org.comuta.sip.callcontrol.sdp.UnacceptableBodyException;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a message whose body is on its way to the other side: one of these runs once, on
 * the lane of the call, at once or when the engine has answered; none when the call ends before.
 */
public interface Passage {
  /**
   * The body may pass.
   *
   * @throws UnacceptableBodyException when it may not after all; {@link #refused} follows
   */
  void passed(Passable body) throws Exception;

  /** The body does not pass, by the fault of whoever sent it. */
  void refused(UnacceptableBodyException why) throws Exception;

  /**
   * The engine cannot do it.
   *
   * @return whether that was seen to; otherwise the call ends
   */
  default boolean failed(Failure failure) throws Exception {
    return false;
  }

  /** A body that may be told to a leg. */
  interface Passable {
    /** The body as the leg with these descriptions is told it; null when there is none. */
    @Nullable Body towards(OriginLine origin) throws UnacceptableBodyException;
  }
}
