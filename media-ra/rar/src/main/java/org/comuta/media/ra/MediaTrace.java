package org.comuta.media.ra;

import java.util.concurrent.CompletionStage;
import org.comuta.media.CallMedia;
import org.comuta.media.Side;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells each order to the media engine, its answer, and what the engine tells unasked to the trace
 * of media, while somebody traces it. Any thread; nothing waits.
 */
final class MediaTrace {
  private static final Logger LOG = LoggerFactory.getLogger("org.comuta.trace.media");

  private MediaTrace() {}

  static void set(CallMedia media, CompletionStage<?> answer) {
    if (LOG.isTraceEnabled()) {
      LOG.trace("call {}: set {}", media.callId(), media);
      tell(media.callId(), "set", answer);
    }
  }

  static void end(String callId, CompletionStage<?> answer) {
    if (LOG.isTraceEnabled()) {
      LOG.trace("call {}: end", callId);
      tell(callId, "end", answer);
    }
  }

  static void silent(String callId, Side side) {
    LOG.trace("call {}: the engine says that the {} side is silent", callId, side);
  }

  static void engine(String what) {
    LOG.trace("the engine is {}", what);
  }

  private static void tell(String callId, String order, CompletionStage<?> answer) {
    answer.whenComplete(
        (result, failure) -> {
          if (failure == null) {
            LOG.trace("call {}: {} is done: {}", callId, order, result);
          } else {
            LOG.trace("call {}: {} failed: {}", callId, order, failure.toString());
          }
        });
  }
}
