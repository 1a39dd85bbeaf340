package org.comuta.sip.callcontrol.timers;

import java.io.IOException;
import java.time.Duration;
import javax.servlet.sip.SipServletResponse;
import org.comuta.nap.Nap;
import org.comuta.sip.callcontrol.leg.Leg;
import org.comuta.sip.callcontrol.leg.LegState;
import org.comuta.sip.callcontrol.leg.Responses;

/**
 * Finds out that one side of an answered call is gone: silent for half the time its NAP allows, it
 * is asked by OPTIONS within the dialog; when it does not answer, the call ends. Confined to the
 * lane of the call.
 */
public final class SilenceWatch implements Responses {
  private final Leg leg;
  private final Duration longest;

  private SilenceWatch(Leg leg, Duration longest) {
    this.leg = leg;
    this.longest = longest;
  }

  /** Begins to watch the leg with this NAP. */
  public static void begin(Leg leg, Nap nap) {
    begin(leg, nap.sessionInactivity());
  }

  /** Begins to watch the leg, which may be silent for so many seconds; 0 for ever. */
  public static void begin(Leg leg, int seconds) {
    leg.inactivitySeconds(seconds);
    if (seconds > 0) {
      SilenceWatch watch = new SilenceWatch(leg, Duration.ofSeconds(seconds));
      watch.lookIn(watch.half());
    }
  }

  /** Asks this side after a while, unless it is heard before, whatever its NAP allows. */
  public static void askIfNotHeard(Leg leg, Duration within) {
    long since = leg.heardAt();
    SilenceWatch watch = new SilenceWatch(leg, within);
    leg.call()
        .after(
            within,
            () -> {
              if (leg.heardAt() == since && leg.state() == LegState.CONFIRMED) {
                watch.send(leg.createRequest("OPTIONS"));
              }
            });
  }

  private Duration half() {
    // Duration divides by way of BigDecimal.
    return Duration.ofMillis(longest.toMillis() / 2);
  }

  private void lookIn(Duration delay) {
    leg.call().after(delay, this::look);
  }

  private void look() throws IOException {
    Duration silent = Duration.ofNanos(System.nanoTime() - leg.heardAt());
    if (silent.compareTo(longest) >= 0) {
      leg.call().fail(leg.unreachable());
    } else if (silent.compareTo(half()) < 0) {
      lookIn(half().minus(silent));
    } else {
      if (leg.state() == LegState.CONFIRMED) {
        send(leg.createRequest("OPTIONS"));
      }
      lookIn(longest.minus(silent));
    }
  }

  @Override
  public void failure(SipServletResponse response) {
    if (response.getStatus() == 408 || response.getStatus() == 481) {
      leg.call().fail(leg.unreachable());
    }
  }
}
