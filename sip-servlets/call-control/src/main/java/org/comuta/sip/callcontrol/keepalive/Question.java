package org.comuta.sip.callcontrol.keepalive;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.comuta.network.Addresses;
import org.comuta.sip.callcontrol.leg.Messages;
import org.comuta.sip.callcontrol.leg.OurAddresses;
import org.comuta.sip.callcontrol.leg.OurPort;
import org.comuta.sip.callcontrol.leg.Responses;
import org.comuta.sip.container.Lane;
import org.jspecify.annotations.Nullable;

/**
 * One OPTIONS outside of calls and what comes of it (RFC 3261 section 11). Confined to one lane.
 */
final class Question implements Responses {
  private static final int MOST_FORWARDS = 70;

  private final Target target;
  private final Consumer<String> told;
  private boolean over;
  private Lane.@Nullable Cancellable waiting;
  private @Nullable SipApplicationSession sessions;

  /**
   * @param told hears once, on the lane, why the target seems not to live; empty when it does
   */
  Question(Target target, Consumer<String> told) {
    this.target = target;
    this.told = told;
  }

  /** Asks; who has not answered within {@code patience} does not live. */
  void ask(SipFactory factory, OurAddresses ours, Lane lane, Duration patience) {
    if (Addresses.canonical(target.hop().address()) == null) {
      tell("the name has no address");
      return;
    }
    waiting = lane.schedule(patience, () -> tell("no response"));
    try {
      SipApplicationSession mine = factory.createApplicationSession();
      sessions = mine;
      send(write(factory, mine, ours));
    } catch (IOException | ServletException | RuntimeException e) {
      tell("cannot be sent: " + e.getMessage());
      forget();
    }
  }

  private SipServletRequest write(SipFactory factory, SipApplicationSession mine, OurAddresses ours)
      throws ServletException {
    OurPort port = ours.towards(target.nap(), target.interfaces());
    String transport = ";transport=" + target.nap().transport().name().toLowerCase(Locale.ROOT);
    String there = target.hop().hostPort();
    SipServletRequest options =
        factory.createRequest(mine, "OPTIONS", "sip:" + port.hostPort(), "sip:" + there);
    ours.leave(options.getSession(), port);
    options.setRequestURI(factory.createURI("sip:" + there + transport));
    options.setMaxForwards(MOST_FORWARDS);
    options.setHeader("Accept", "application/sdp");
    Messages.name(options);
    return options;
  }

  @Override
  public void success(SipServletResponse response) {
    tell("");
    forget();
  }

  /** Whoever refuses lives, but for what says that nobody serves there. */
  @Override
  public void failure(SipServletResponse response) {
    int status = response.getStatus();
    boolean dead =
        status == SipServletResponse.SC_REQUEST_TIMEOUT
            || status == SipServletResponse.SC_SERVICE_UNAVAILABLE;
    tell(dead ? "SIP " + status : "");
    forget();
  }

  private void tell(String why) {
    if (!over) {
      over = true;
      if (waiting != null) {
        waiting.cancel();
      }
      told.accept(why);
    }
  }

  private void forget() {
    if (sessions != null && sessions.isValid()) {
      sessions.invalidate();
    }
    sessions = null;
  }
}
