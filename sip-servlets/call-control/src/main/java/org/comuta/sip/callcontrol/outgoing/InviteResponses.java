package org.comuta.sip.callcontrol.outgoing;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import javax.servlet.sip.SipServletResponse;
import org.comuta.cause.Cause;
import org.comuta.media.Side;
import org.comuta.sip.callcontrol.headers.Reason;
import org.comuta.sip.callcontrol.leg.HeaderPolicy;
import org.comuta.sip.callcontrol.leg.IncomingLeg;
import org.comuta.sip.callcontrol.leg.LateAnswer;
import org.comuta.sip.callcontrol.leg.LegState;
import org.comuta.sip.callcontrol.leg.Messages;
import org.comuta.sip.callcontrol.leg.OutgoingLeg;
import org.comuta.sip.callcontrol.leg.Responses;
import org.comuta.sip.callcontrol.media.Meaning;
import org.comuta.sip.callcontrol.media.MediaPath;
import org.comuta.sip.callcontrol.media.Passage;
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
  public void provisional(SipServletResponse response) throws Exception {
    IncomingLeg caller = attempt.caller();
    int status = response.getStatus();
    if (!leg.waits() || !caller.waits() || status < 180 || status > 189) {
      return;
    }
    leg.early(response);
    attempt.call().call().ringing(Instant.now());
    pass(
        response,
        body -> {
          if (caller.waits()) {
            caller.progress(told(response, status, body));
          }
        });
  }

  @Override
  public void success(SipServletResponse response) throws Exception {
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

  private void answered(SipServletResponse response) throws Exception {
    leg.answered(response);
    attempt.answered();
    pass(response, body -> answer(response, body));
  }

  private void answer(SipServletResponse response, @Nullable Body body) throws IOException {
    IncomingLeg caller = attempt.caller();
    attempt.call().call().answered(Instant.now());
    attempt.told(leg);
    SipServletResponse answer = told(response, 200, body);
    answer.setHeader("Allow", Messages.ALLOW);
    // Kept after the answer, a call answered just before the end of this process would be lost.
    attempt.call().keep(answer);
    attempt.call().call().writeAnswer();
    if (lateOffer()) {
      // The offer stands in this answer; what answers it comes with the caller's ACK.
      caller.answer(answer, ack -> new LateAnswer(leg, leg::acknowledge).pass(ack));
    } else {
      caller.answer(answer, null);
      leg.acknowledge(null);
    }
  }

  private boolean lateOffer() throws IOException {
    return !Messages.describesSession(attempt.caller().invite());
  }

  @Override
  public void failure(SipServletResponse response) throws Exception {
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

  private void pass(SipServletResponse response, Told then) throws Exception {
    MediaPath media = attempt.call().media();
    media.trust(Side.CALLED, response.getInitialRemoteAddr());
    media.pass(
        Side.CALLED,
        lateOffer() ? Meaning.OFFER : Meaning.ANSWER,
        Messages.bodyOf(response),
        new ToCaller(then));
  }

  private SipServletResponse told(SipServletResponse from, int status, @Nullable Body body)
      throws IOException {
    IncomingLeg caller = attempt.caller();
    SipServletResponse to = Messages.respond(caller.invite(), status);
    HeaderPolicy.copy(from, to, caller.ourHost());
    Messages.setBody(to, body);
    return to;
  }

  /** Tells the caller. */
  private interface Told {
    void with(@Nullable Body body) throws IOException;
  }

  /** A response on its way to the caller; without its body, when that does not pass. */
  private final class ToCaller implements Passage {
    private final Told then;

    ToCaller(Told then) {
      this.then = then;
    }

    @Override
    public void passed(Passable body) throws Exception {
      then.with(body.towards(attempt.caller().origin()));
    }

    @Override
    public void refused(UnacceptableBodyException why) throws IOException {
      LOG.info("call {}: body does not pass: {}", leg.call().id(), why.getMessage());
      then.with(null);
    }
  }
}
