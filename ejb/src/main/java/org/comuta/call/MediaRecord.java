package org.comuta.call;

import org.comuta.nap.MediaMode;
import org.jspecify.annotations.Nullable;

/**
 * How the media of a call went and how it was.
 *
 * @param mode of the last attempt
 * @param origin leg of the caller; null when nobody measured it
 * @param destination leg of the called side; null when nobody measured it
 */
public record MediaRecord(
    MediaMode mode, @Nullable LegMedia origin, @Nullable LegMedia destination) {

  /** Media that goes so and was not measured. */
  public static MediaRecord of(MediaMode mode) {
    return new MediaRecord(mode, null, null);
  }
}
