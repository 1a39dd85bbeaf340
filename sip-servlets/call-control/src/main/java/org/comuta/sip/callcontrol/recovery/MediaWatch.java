package org.comuta.sip.callcontrol.recovery;

import java.util.List;
import java.util.Set;
import org.comuta.cause.Failure;
import org.comuta.media.MediaEngine;
import org.comuta.media.MediaListener;
import org.comuta.media.Side;
import org.comuta.sip.callcontrol.leg.SipCall;
import org.comuta.sip.callcontrol.leg.SipCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an engine tells unasked, brought to the calls it is about. A call whose media is lost before
 * it was answered ends; an answered one waits a few seconds for an engine, and goes on with it when
 * both sides take the new ports. Any thread.
 */
public final class MediaWatch implements MediaListener {
  private static final Logger LOG = LoggerFactory.getLogger(MediaWatch.class);

  private final SipCalls calls;
  private final MediaEngine engine;

  public MediaWatch(SipCalls calls, MediaEngine engine) {
    this.calls = calls;
    this.engine = engine;
  }

  @Override
  public void silent(String callId, Side side) {
    SipCall call = calls.find(callId);
    if (call != null) {
      call.run(
          () -> {
            if (call.answered()) {
              call.fail(Failure.MEDIA_SILENT, side == Side.CALLER ? "caller" : "called side");
            }
          });
    }
  }

  @Override
  public void engineLost() {
    LOG.error("ALARM: the media engine is gone, with the media of {} calls", calls.live().size());
    calls.live().forEach(call -> call.run(() -> lost(call)));
  }

  private static void lost(SipCall call) {
    if (!call.media().relayed() || call.ended()) {
      return;
    }
    if (!call.answered()) {
      call.fail(Failure.MEDIA_ENGINE_LOST);
      return;
    }
    call.media().lost();
    Reanchoring.await(call);
  }

  /** The engine may be the one of before, and hold the calls still. */
  @Override
  public void engineBack() {
    List<SipCall> live = List.copyOf(calls.live());
    var _ =
        engine
            .claim(live.stream().map(SipCall::id).toList())
            .whenComplete(
                (held, failure) -> {
                  if (failure != null) {
                    LOG.warn("The media engine is back, and cannot say what it holds", failure);
                  }
                  Set<String> there = failure == null ? held : Set.of();
                  live.forEach(call -> call.run(() -> back(call, there.contains(call.id()))));
                });
  }

  private static void back(SipCall call, boolean held) throws Exception {
    if (!call.media().isLost() || call.ended()) {
      return;
    }
    if (held) {
      call.media().found();
    } else {
      Reanchoring.begin(call);
    }
  }
}
