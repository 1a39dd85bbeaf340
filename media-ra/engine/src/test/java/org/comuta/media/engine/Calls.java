package org.comuta.media.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.comuta.media.CallMedia;
import org.comuta.media.CallStatistics.SideStatistics;
import org.comuta.media.MediaEngine;
import org.comuta.media.MediaException;
import org.comuta.media.MediaLine;
import org.comuta.media.MediaSide;
import org.comuta.media.MediaSide.PayloadFormat;
import org.comuta.media.MediaSide.Remote;
import org.comuta.media.MediaSide.SourceRule;
import org.comuta.media.PortRange;
import org.comuta.media.Side;
import org.jspecify.annotations.Nullable;

/** Descriptions of calls for tests, and waiting for answers. */
final class Calls {
  static final SourceRule LEARNING = new SourceRule(false, List.of());
  static final SourceRule STRICT = new SourceRule(true, List.of());
  private static final List<PayloadFormat> FORMATS =
      List.of(new PayloadFormat(8, "PCMA", 8000), new PayloadFormat(101, "TELEPHONE-EVENT", 8000));

  private Calls() {}

  /** A side on our loopback address of the remote's family. */
  static MediaSide side(@Nullable Remote remote, SourceRule rule) {
    String local = remote != null && remote.address().contains(":") ? "::1" : "127.0.0.1";
    return new MediaSide(local, PortRange.ENGINE, remote, true, true, false, rule, 0, FORMATS);
  }

  static MediaSide side(@Nullable Remote remote) {
    return side(remote, LEARNING);
  }

  static MediaSide withMux(MediaSide side) {
    return new MediaSide(
        side.localAddress(),
        side.ports(),
        side.remote(),
        side.sends(),
        side.receives(),
        true,
        side.source(),
        side.dscp(),
        side.formats());
  }

  static MediaSide held(MediaSide side) {
    return new MediaSide(
        side.localAddress(),
        side.ports(),
        side.remote(),
        false,
        side.receives(),
        side.rtcpMux(),
        side.source(),
        side.dscp(),
        side.formats());
  }

  static MediaSide withDscp(MediaSide side, int dscp) {
    return new MediaSide(
        side.localAddress(),
        side.ports(),
        side.remote(),
        side.sends(),
        side.receives(),
        side.rtcpMux(),
        side.source(),
        dscp,
        side.formats());
  }

  /** The same at this address of ours, out of this range. */
  static MediaSide at(String local, PortRange ports, MediaSide side) {
    return new MediaSide(
        local,
        ports,
        side.remote(),
        side.sends(),
        side.receives(),
        side.rtcpMux(),
        side.source(),
        side.dscp(),
        side.formats());
  }

  static MediaLine line(MediaSide caller, MediaSide called) {
    return new MediaLine(MediaLine.Kind.AUDIO, true, caller, called);
  }

  static CallMedia call(String id, MediaLine... lines) {
    return new CallMedia(id, List.of(lines), Duration.ZERO);
  }

  static CallMedia call(String id, MediaSide caller, MediaSide called) {
    return call(id, line(caller, called));
  }

  static <T> T now(CompletionStage<T> answer) {
    try {
      return answer.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof MediaException reason ? reason : e;
    }
  }

  static SideStatistics statistics(MediaEngine engine, String id, Side side) {
    return now(engine.statistics(id)).lines().get(0).side(side);
  }
}
