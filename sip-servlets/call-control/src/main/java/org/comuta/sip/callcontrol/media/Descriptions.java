package org.comuta.sip.callcontrol.media;

import org.comuta.sdp.SdpException;
import org.comuta.sdp.SdpReader;
import org.comuta.sdp.SessionDescription;
import org.comuta.sip.callcontrol.sdp.Body;
import org.comuta.sip.callcontrol.sdp.DescriptionRewrite;
import org.comuta.sip.callcontrol.sdp.UnacceptableBodyException;
import org.jspecify.annotations.Nullable;

/** Session descriptions in the bodies of messages. */
final class Descriptions {
  /** Stands where no description may be told. */
  static final DescriptionRewrite UNTOLD =
      sdp -> {
        throw new UnacceptableBodyException(415, "session description where none belongs");
      };

  private Descriptions() {}

  /** The first description in this body; null when there is none. */
  static @Nullable SessionDescription in(Body body) throws UnacceptableBodyException {
    byte[][] found = new byte[1][];
    var _ =
        body.towards(
            sdp -> {
              found[0] = found[0] == null ? sdp : found[0];
              return sdp;
            });
    try {
      return found[0] == null ? null : SdpReader.read(found[0]);
    } catch (SdpException e) {
      throw new UnacceptableBodyException(400, "session description: " + e.getMessage());
    }
  }
}
