package org.comuta.call;

import org.comuta.cause.Cause;
import org.comuta.cause.Failure;
import org.jspecify.annotations.Nullable;

/**
 * How a call, an attempt or a leg ended.
 *
 * @param by who ended it
 * @param cause Q.850 cause
 * @param sipStatus SIP final status, 300 to 699; 0 when it ended by BYE or without a message
 * @param failure the exchange's own reason; null when a side ended it
 * @param text one line for people, such as the Reason header's text; may be empty
 */
public record Release(
    Party by, Cause cause, int sipStatus, @Nullable Failure failure, String text) {

  /** The release that the exchange itself decides for this failure. */
  public static Release of(Failure failure) {
    return of(failure, "");
  }

  /** The release that the exchange itself decides for this failure, with a line for people. */
  public static Release of(Failure failure, String text) {
    Party by =
        switch (failure) {
          case ABANDONED -> Party.CALLER;
          case ENDED_BY_ADMINISTRATOR -> Party.ADMINISTRATOR;
          default -> Party.EXCHANGE;
        };
    return new Release(by, failure.cause(), failure.sipStatus(), failure, text);
  }

  /** The same end of a call that had been answered: by BYE, which has no status. */
  public Release byBye() {
    return sipStatus == 0 ? this : new Release(by, cause, 0, failure, text);
  }
}
