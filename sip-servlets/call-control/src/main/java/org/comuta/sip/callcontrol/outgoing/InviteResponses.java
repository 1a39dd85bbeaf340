package org.comuta.sip.callcontrol.outgoing;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletResponse;
import org.comuta.cause.Cause;
import org.comuta.sip.callcontrol.headers.Reason;
import org.comuta.sip.callcontrol.leg.HeaderPolicy;
import org.comuta.sip.callcontrol.leg.IncomingLeg;
import org.comuta.sip.callcontrol.leg.LegState;
import org.comuta.sip.callcontrol.leg.Messages;
import org.comuta.sip.callcontrol.leg.OutgoingLeg;
import org.comuta.sip.callcontrol.leg.Responses;
import org.comuta.sip.callcontrol.leg.SipCall;
import org.comuta.sip.callcontrol.sdp.Body;
import org.comuta.sip.callcontrol.sdp.UnacceptableBodyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a destination answers to our INVITE. A proxy may fork it: then several dialogs answer one
 * INVITE, the first 2xx wins and the others are hung up.
 */
final class InviteResponses implements Responses {
  private static final Logger LOG = LoggerFactory.getLogger(InviteResponses.class);
  private static final List<Reason> TOO_LATE = List.of(Reason.of(Cause.NORMAL_CLEARING));

  private final DestinationTry attempt;
  private final OutgoingLeg leg;

  InviteResponses(DestinationTry attempt, OutgoingLeg leg) {
    this.attempt = attempt;
    this.leg = leg;
  }

  @Override
  public void provisional(SipServletResponse response) throws IOException {
    IncomingLeg caller = attempt.caller();
    int status = response.getStatus();
    if (!leg.waits() || !caller.waits() || status < 180 || status > 189) {
      return;
    }
    leg.early(response);
    attempt.call().call().ringing(Instant.now());
    SipServletResponse progress = Messages.respond(caller.invite(), status);
    pass(response, progress, caller);
    caller.progress(progress);
  }

  @Override
  public void success(SipServletResponse response) throws IOException {
    switch (leg.state()) {
      case CALLING, EARLY -> answered(response);
      case CANCELLING -> {
        leg.closed();
        OutgoingLeg.refuse(response, TOO_LATE);
      }
      case ANSWERED, CONFIRMED, ENDING, LEAVING, ENDED -> {
        if (!leg.isIn(response.getSession())) {
          OutgoingLeg.refuse(response, TOO_LATE);
        }
      }
    }
  }

  private void answered(SipServletResponse response) throws IOException {
    SipCall call = attempt.call();
    IncomingLeg caller = attempt.caller();
    leg.answered(response);
    call.call().answered(Instant.now());
    attempt.answered(leg);
    SipServletResponse answer = Messages.respond(caller.invite(), 200);
    answer.setHeader("Allow", Messages.ALLOW);
    pass(response, answer, caller);
    if (Messages.bodyOf(caller.invite()) == null) {
      // The offer stands in this answer; what answers it comes with the caller's ACK.
      caller.answer(answer, ack -> leg.acknowledge(towards(ack)));
    } else {
      caller.answer(answer, null);
      leg.acknowledge(null);
    }
  }

  @Override
  public void failure(SipServletResponse response) {
    if (leg.waits()) {
      boolean noResponseBefore = leg.state() == LegState.CALLING;
      if (response.getStatus() == 408 && noResponseBefore) {
        attempt.silent(leg);
      } else {
        attempt.refused(leg, response);
      }
    } else {
      leg.closed();
    }
  }

  private @Nullable Body towards(@Nullable SipServletMessage ack) throws IOException {
    Body body = ack == null ? null : Messages.bodyOf(ack);
    try {
      return body == null ? null : body.towards(leg.origin());
    } catch (UnacceptableBodyException e) {
      LOG.info("call {}: body of the ACK does not pass: {}", leg.call().id(), e.getMessage());
      return null;
    }
  }

  private static void pass(SipServletResponse from, SipServletResponse to, IncomingLeg caller)
      throws IOException {
    HeaderPolicy.copy(from, to, caller.ourHost());
    Body body = Messages.bodyOf(from);
    try {
      Messages.setBody(to, body == null ? null : body.towards(caller.origin()));
    } catch (UnacceptableBodyException e) {
      LOG.info("call {}: body does not pass: {}", caller.call().id(), e.getMessage());
    }
  }
}
