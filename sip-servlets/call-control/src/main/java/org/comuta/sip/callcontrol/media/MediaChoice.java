package org.comuta.sip.callcontrol.media;

import java.time.Duration;
import java.util.stream.IntStream;
import org.comuta.nap.MediaMode;
import org.comuta.nap.Nap;

/** What two NAPs together want of a call's media. */
public final class MediaChoice {
  private MediaChoice() {}

  /** Bridged when either of them says so. */
  public static MediaMode mode(Nap origin, Nap destination) {
    boolean bridged =
        origin.mediaMode() == MediaMode.BRIDGE || destination.mediaMode() == MediaMode.BRIDGE;
    return bridged ? MediaMode.BRIDGE : MediaMode.BYPASS;
  }

  /** The shorter of their limits for silence; zero when neither sets one. */
  public static Duration silenceLimit(Nap origin, Nap destination) {
    return Duration.ofSeconds(
        IntStream.of(origin.mediaSilenceTimeout(), destination.mediaSilenceTimeout())
            .filter(limit -> limit > 0)
            .min()
            .orElse(0));
  }
}
