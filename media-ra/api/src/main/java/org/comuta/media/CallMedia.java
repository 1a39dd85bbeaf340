package org.comuta.media;

import java.time.Duration;
import java.util.List;

/**
 * All the media of one call.
 *
 * @param callId the identifier of the call, unique among all that the engine holds
 * @param lines in the order of the session description; a line keeps its place for the whole call
 * @param silenceLimit after how long without any packet a side is told to be silent; zero: never.
 *     Sides that are not expected to send ({@link MediaSide#sends}) are not watched
 */
public record CallMedia(String callId, List<MediaLine> lines, Duration silenceLimit) {
  public CallMedia {
    lines = List.copyOf(lines);
    if (callId.isEmpty() || callId.length() > 64) {
      throw new IllegalArgumentException("callId: 1 to 64 characters");
    }
    if (lines.size() > 16) {
      throw new IllegalArgumentException("lines: at most 16");
    }
    if (silenceLimit.isNegative()) {
      throw new IllegalArgumentException("silenceLimit: not negative");
    }
  }
}
