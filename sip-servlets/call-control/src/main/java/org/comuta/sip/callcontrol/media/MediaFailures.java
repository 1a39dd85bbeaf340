package org.comuta.sip.callcontrol.media;

import org.comuta.cause.Failure;
import org.comuta.media.MediaException;

/** What the failures of an engine mean to a call. */
final class MediaFailures {
  private MediaFailures() {}

  static Failure reasonOf(MediaException failure) {
    return switch (failure.kind()) {
      case NO_PORTS -> Failure.MEDIA_PORTS_EXHAUSTED;
      case NO_RESOURCES -> Failure.MEDIA_RESOURCES_EXHAUSTED;
      case NO_SUCH_ADDRESS -> Failure.MEDIA_ADDRESS_MISSING;
      case ENGINE_LOST, NO_SUCH_CALL -> Failure.MEDIA_ENGINE_LOST;
      case INVALID -> Failure.INTERNAL_ERROR;
    };
  }
}
