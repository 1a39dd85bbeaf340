package org.comuta.sip.callcontrol.leg;

import org.comuta.call.Release;
import org.comuta.cause.SipCauses;

/** The final status a caller is told when its call fails. */
public final class CallerStatus {
  private CallerStatus() {}

  /**
   * Passes the destination's own status where it says something about the called side; statuses
   * about the request between us and the destination (redirection, authentication, extensions,
   * transactions) become what their cause means to a caller.
   */
  public static int of(Release release) {
    if (release.failure() != null && release.sipStatus() > 0) {
      return release.sipStatus();
    }
    return switch (release.sipStatus()) {
      case 403, 404, 406, 408, 410, 413, 415, 480, 482, 483, 484, 485, 486, 488 ->
          release.sipStatus();
      case 500, 501, 502, 503, 504, 513, 580, 600, 603, 604, 606, 607, 608 -> release.sipStatus();
      default -> SipCauses.statusOf(release.cause());
    };
  }
}
