package org.comuta.account;

import jakarta.servlet.ServletRequest;
import java.net.InetAddress;
import org.comuta.access.Entrance;
import org.comuta.configuration.Way;
import org.comuta.interfaces.InterfaceService;
import org.comuta.network.Addresses;
import org.jspecify.annotations.Nullable;

/**
 * How the one who sends a request reaches this server, so that no apply of theirs closes it. Null
 * stands for a way that nothing closes, from this machine itself, and for one that is not known.
 */
public final class WayIn {
  private static final String ATTRIBUTE = WayIn.class.getName();

  private WayIn() {}

  /** Says that a request was sent for somebody who came in by another way. */
  public static void say(ServletRequest request, Way way) {
    request.setAttribute(ATTRIBUTE, way);
  }

  /** What was said of a request; otherwise this service at the address of ours that it came to. */
  public static @Nullable Way of(ServletRequest request, InterfaceService service) {
    return request.getAttribute(ATTRIBUTE) instanceof Way said
        ? said
        : between(service, request.getRemoteAddr(), request.getLocalAddr());
  }

  /**
   * The way to a service.
   *
   * @param peer where it comes from
   * @param ours address of ours that it leads to
   */
  public static @Nullable Way between(InterfaceService service, String peer, String ours) {
    String from = Addresses.canonical(peer);
    String to = Addresses.canonical(ours);
    return from == null || to == null || Entrance.isNeverRefused(InetAddress.ofLiteral(from))
        ? null
        : new Way(service, to);
  }
}
