package org.comuta.access;

import java.net.InetAddress;
import java.util.Map;
import org.comuta.interfaces.InterfaceService;
import org.comuta.network.Prefix;
import org.comuta.snapshot.LiveSnapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asked with every request and connection whether it comes in: from where the access lists let in,
 * and to an address of ours that offers the service. Any thread; never blocks.
 */
public final class Entrance {
  /** What becomes of a request or connection. */
  public enum Verdict {
    LET_IN,
    /** The access lists refuse the address it comes from. */
    SOURCE_REFUSED,
    /** An interface has the address it came to, and none of that address has the service. */
    NOT_OFFERED
  }

  private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);

  private final AccessLists lists;
  private final LiveSnapshot live;
  private final RefusedSources turnedAway;

  /**
   * @param turnedAway where those are counted that came to an address without the service
   */
  public Entrance(AccessLists lists, LiveSnapshot live, RefusedSources turnedAway) {
    this.lists = lists;
    this.live = live;
    this.turnedAway = turnedAway;
  }

  /**
   * Decides, and counts what is not let in.
   *
   * @param source where it comes from
   * @param ours literal address of ours that it came to
   */
  public Verdict judge(Service service, InetAddress source, String ours) {
    if (!lists.permits(service, source)) {
      return Verdict.SOURCE_REFUSED;
    }
    if (live.current().interfaces().serves(named(service), ours) || isNeverRefused(source)) {
      return Verdict.LET_IN;
    }
    if (turnedAway.note(service, source)) {
      LOG.warn(
          "{} is not offered at {}: {} turned away (further ones this minute only counted)",
          service,
          ours,
          source.getHostAddress());
    }
    return Verdict.NOT_OFFERED;
  }

  /** Whether whatever comes from this address is let in: that of this machine to itself. */
  public static boolean isNeverRefused(InetAddress source) {
    return AccessRules.isNeverRefused(Prefix.of(source));
  }

  private static InterfaceService named(Service service) {
    return switch (service) {
      case PORTAL -> InterfaceService.PORTAL;
      case API -> InterfaceService.API;
      case SSH -> InterfaceService.SSH;
      case METRICS -> InterfaceService.METRICS;
    };
  }

  /** Those that came to an address without the service, since the start, by service. */
  public Map<Service, Long> notOffered() {
    return turnedAway.totals();
  }
}
