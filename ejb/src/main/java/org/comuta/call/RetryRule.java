package org.comuta.call;

import org.comuta.cause.Failure;
import org.comuta.nap.Nap;

/** Whether a failed attempt is followed by the next route. */
public final class RetryRule {
  private RetryRule() {}

  /** By the causes of the origin NAP, and when the destination gave no response at all. */
  public static boolean retries(Nap origin, Release release) {
    Failure failure = release.failure();
    if (failure == Failure.DESTINATION_NO_RESPONSE || failure == Failure.DESTINATION_UNREACHABLE) {
      return true;
    }
    return switch (release.sipStatus()) {
      case 500, 502, 503, 504 -> true;
      default -> origin.retryCauses().contains(release.cause().value());
    };
  }
}
