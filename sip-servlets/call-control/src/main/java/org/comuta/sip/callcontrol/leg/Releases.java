package org.comuta.sip.callcontrol.leg;

import java.util.List;
import javax.servlet.sip.SipServletResponse;
import org.comuta.call.Party;
import org.comuta.call.Release;
import org.comuta.cause.Cause;
import org.comuta.cause.Failure;
import org.comuta.cause.SipCauses;
import org.comuta.sip.callcontrol.headers.DisplayName;
import org.comuta.sip.callcontrol.headers.Reason;
import org.jspecify.annotations.Nullable;

/** How messages that end a call or an attempt read in its record. */
public final class Releases {
  private Releases() {}

  /** One side hung up, for these reasons. */
  public static Release hungUp(Party by, List<Reason> reasons) {
    return new Release(by, Reason.q850(reasons).orElse(Cause.NORMAL_CLEARING), 0, null, "");
  }

  /** The called side refused with a final status. */
  public static Release refused(SipServletResponse response) {
    return refused(response.getStatus(), Messages.reasonsOf(response), response.getReasonPhrase());
  }

  static Release refused(int status, List<Reason> reasons, @Nullable String phrase) {
    Cause cause = Reason.q850(reasons).orElseGet(() -> SipCauses.causeOf(status));
    String text = DisplayName.clean(phrase);
    return new Release(Party.CALLED, cause, status, null, text == null ? "" : text);
  }

  /** A request that cannot be served as it is. */
  public static Release malformed(int sipStatus, @Nullable String text) {
    Failure failure = Failure.MALFORMED_REQUEST;
    String line = DisplayName.clean(text);
    return new Release(
        Party.EXCHANGE, failure.cause(), sipStatus, failure, line == null ? "" : line);
  }
}
