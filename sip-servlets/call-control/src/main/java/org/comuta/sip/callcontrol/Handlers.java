package org.comuta.sip.callcontrol;

import java.io.IOException;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServletRequest;
import org.comuta.exchange.Exchange;
import org.comuta.media.MediaEngine;
import org.comuta.sip.callcontrol.dialog.AckHandler;
import org.comuta.sip.callcontrol.dialog.ByeHandler;
import org.comuta.sip.callcontrol.dialog.CancelHandler;
import org.comuta.sip.callcontrol.dialog.InfoHandler;
import org.comuta.sip.callcontrol.dialog.OptionsHandler;
import org.comuta.sip.callcontrol.dialog.ReinviteHandler;
import org.comuta.sip.callcontrol.dialog.UpdateHandler;
import org.comuta.sip.callcontrol.incoming.InviteHandler;
import org.comuta.sip.callcontrol.incoming.OtherRequestHandler;
import org.comuta.sip.callcontrol.incoming.UnknownSources;
import org.comuta.sip.callcontrol.leg.Leg;
import org.comuta.sip.callcontrol.leg.Messages;
import org.comuta.sip.callcontrol.leg.OurAddresses;
import org.comuta.sip.callcontrol.leg.SipCalls;
import org.comuta.sip.callcontrol.outgoing.OutgoingInvites;
import org.comuta.sip.container.Dialogs;
import org.jspecify.annotations.Nullable;

/** One handler a method. */
final class Handlers {
  private final AckHandler ack = new AckHandler();
  private final ByeHandler bye = new ByeHandler();
  private final CancelHandler cancel = new CancelHandler();
  private final InfoHandler info = new InfoHandler();
  private final OptionsHandler options = new OptionsHandler();
  private final ReinviteHandler reinvite = new ReinviteHandler();
  private final UpdateHandler update = new UpdateHandler();
  private final InviteHandler invite;
  private final OtherRequestHandler other;

  Handlers(
      Exchange exchange,
      SipFactory factory,
      OurAddresses ours,
      SipCalls calls,
      MediaEngine engine,
      Dialogs dialogs) {
    UnknownSources unknownSources = new UnknownSources(exchange.guard(), System::nanoTime);
    OutgoingInvites invites = new OutgoingInvites(factory, ours);
    invite = new InviteHandler(exchange, ours, invites, calls, engine, unknownSources, dialogs);
    other = new OtherRequestHandler(exchange, ours, unknownSources);
  }

  /** A request; {@code leg} is the one it came on, null when it belongs to no call. */
  void handle(@Nullable Leg leg, SipServletRequest request) throws Exception {
    if (leg != null) {
      handleOn(leg, request);
      return;
    }
    switch (request.getMethod()) {
      case "INVITE" -> {
        if (request.isInitial()) {
          invite.handle(request);
        } else {
          other.refuse(request);
        }
      }
      case "OPTIONS" -> {
        other.countOptions(request);
        options.handle(request);
      }
      case "ACK", "CANCEL" -> {}
      default -> other.refuse(request);
    }
  }

  private void handleOn(Leg leg, SipServletRequest request) throws Exception {
    leg.heard();
    if (!leg.isIn(request.getSession())) {
      strayDialog(request);
      return;
    }
    switch (request.getMethod()) {
      case "INVITE" -> reinvite.handle(leg, request);
      case "ACK" -> ack.handle(leg, request);
      case "BYE" -> bye.handle(leg, request);
      case "CANCEL" -> cancel.handle(leg, request);
      case "UPDATE" -> update.handle(leg, request);
      case "INFO" -> info.handle(leg, request);
      case "OPTIONS" -> options.handle(request);
      default -> other.refuse(request);
    }
  }

  /** A forked INVITE opened this dialog and another answered: it is over but for its BYE. */
  private static void strayDialog(SipServletRequest request) throws IOException {
    if (!request.getMethod().equals("ACK")) {
      Messages.respond(request, request.getMethod().equals("BYE") ? 200 : 481).send();
    }
  }
}
