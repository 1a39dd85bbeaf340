package org.comuta.sip.callcontrol.incoming;

import java.io.IOException;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.comuta.exchange.Exchange;
import org.comuta.nap.Nap;
import org.comuta.nap.Source;
import org.comuta.sip.callcontrol.leg.Messages;
import org.comuta.sip.callcontrol.leg.OurAddresses;
import org.comuta.sip.callcontrol.leg.OurPort;
import org.jspecify.annotations.Nullable;

/**
 * Requests outside of calls. OPTIONS is answered to everybody; whoever is no NAP gets 403 for all
 * else; a NAP is told what is taken.
 */
public final class OtherRequestHandler {
  private final Exchange exchange;
  private final OurAddresses ours;
  private final UnknownSources unknownSources;

  public OtherRequestHandler(Exchange exchange, OurAddresses ours, UnknownSources unknownSources) {
    this.exchange = exchange;
    this.ours = ours;
    this.unknownSources = unknownSources;
  }

  /** Counts an OPTIONS that belongs to no call. */
  public void countOptions(SipServletRequest options) {
    boolean known = origin(source(options)) != null;
    exchange.counters().increment(known ? "options_known" : "options_unknown");
  }

  /** Refuses a request that we do not take, or that belongs to no call. */
  public void refuse(SipServletRequest request) throws IOException {
    Source source = source(request);
    boolean known = origin(source) != null;
    if (!known && request.isInitial()) {
      exchange.counters().increment("unknown_source");
      unknownSources.met(source, request.getMethod());
    }
    SipServletResponse response = Messages.respond(request, status(request, known));
    response.setHeader("Allow", Messages.ALLOW);
    response.send();
  }

  private static int status(SipServletRequest request, boolean known) {
    if (!request.isInitial()) {
      return isTaken(request.getMethod()) ? 481 : refusal(request.getMethod());
    }
    return known ? refusal(request.getMethod()) : 403;
  }

  static boolean isTaken(String method) {
    return switch (method) {
      case "BYE", "INFO", "UPDATE", "INVITE", "PRACK" -> true;
      default -> false;
    };
  }

  /** 405 for a method we know and do not take, 481 for one that needs a dialog, or else 501. */
  static int refusal(String method) {
    return switch (method) {
      case "MESSAGE", "SUBSCRIBE", "NOTIFY", "PUBLISH", "REGISTER", "REFER" -> 405;
      case "PRACK", "BYE", "INFO", "UPDATE" -> 481;
      default -> 501;
    };
  }

  private Source source(SipServletRequest request) {
    OurPort port = ours.reachedBy(request, Sources.transport(request));
    return Sources.of(
        request, OurAddresses.interfaceOf(port, exchange.configuration().current().interfaces()));
  }

  private @Nullable Nap origin(Source source) {
    return exchange.configuration().current().naps().findOrigin(source).nap();
  }
}
