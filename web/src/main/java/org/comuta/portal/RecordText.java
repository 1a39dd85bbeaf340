package org.comuta.portal;

import org.comuta.call.CallRecord;
import org.comuta.call.Release;
import org.comuta.cause.Failure;
import org.jspecify.annotations.Nullable;

/** What became of calls, in the words of the catalogue of causes. */
public final class RecordText {
  private RecordText() {}

  /** What the exchange itself found wrong, on either leg; empty when nothing. */
  public static String failure(CallRecord call) {
    Failure failure = call.originRelease().failure();
    Release destination = call.destinationRelease();
    if (failure == null && destination != null) {
      failure = destination.failure();
    }
    return failure == null ? "" : failure.name();
  }

  /** How a leg ended, in one line; empty when there was none. */
  public static String release(@Nullable Release release) {
    if (release == null) {
      return "";
    }
    StringBuilder line = new StringBuilder();
    line.append(release.cause().value()).append(' ').append(release.cause());
    if (release.sipStatus() > 0) {
      line.append(", SIP ").append(release.sipStatus());
    }
    if (release.failure() != null) {
      line.append(", ").append(release.failure());
    }
    return release.text().isEmpty() ? line.toString() : line + ", " + release.text();
  }
}
