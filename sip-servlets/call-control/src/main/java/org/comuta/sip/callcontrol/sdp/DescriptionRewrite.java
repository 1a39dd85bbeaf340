package org.comuta.sip.callcontrol.sdp;

/** Makes of a session description of one side what the other is told. */
@FunctionalInterface
public interface DescriptionRewrite {
  /**
   * The description to be told in place of this one.
   *
   * @throws UnacceptableBodyException when none can be told
   */
  byte[] rewrite(byte[] sdp) throws UnacceptableBodyException;
}
