package org.comuta.sip.callcontrol.dialog;

import java.io.IOException;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.comuta.sip.callcontrol.leg.CallerStatus;
import org.comuta.sip.callcontrol.leg.Leg;
import org.comuta.sip.callcontrol.leg.Messages;
import org.comuta.sip.callcontrol.leg.Negotiation.Onward;
import org.comuta.sip.callcontrol.leg.Releases;
import org.comuta.sip.callcontrol.leg.Responses;
import org.comuta.sip.callcontrol.sdp.Body;
import org.comuta.sip.callcontrol.sdp.UnacceptableBodyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one side answers to a re-INVITE or UPDATE of the other. */
final class OfferResponses implements Responses {
  private static final Logger LOG = LoggerFactory.getLogger(OfferResponses.class);

  private final Leg asking;
  private final Leg asked;
  private final SipServletRequest request;

  OfferResponses(Leg asking, Leg asked, SipServletRequest request) {
    this.asking = asking;
    this.asked = asked;
    this.request = request;
  }

  @Override
  public void success(SipServletResponse response) throws IOException {
    boolean invite = request.getMethod().equals("INVITE");
    boolean tooLate = over() || asking.call().ended();
    boolean offered = Messages.bodyOf(request) != null;
    if (invite && (offered || tooLate)) {
      acknowledge(response, null);
    }
    if (tooLate) {
      return;
    }
    SipServletResponse answer = Messages.respond(request, 200);
    answer.setHeader("Allow", Messages.ALLOW);
    try {
      Offers.pass(response, answer, asking);
    } catch (UnacceptableBodyException e) {
      LOG.info("call {}: answer does not pass: {}", asking.call().id(), e.getMessage());
    }
    answer.send();
    if (invite) {
      Onward ackWithAnswer =
          ack -> acknowledge(response, ack == null ? null : Messages.bodyOf(ack));
      asking.awaitAck(offered ? null : ackWithAnswer);
    }
  }

  @Override
  public void failure(SipServletResponse response) throws IOException {
    boolean calledOff = over();
    int status = response.getStatus();
    if (!calledOff && !asking.call().ended()) {
      Offers.refuse(request, status == 491 ? status : CallerStatus.of(Releases.refused(response)));
    }
    if (status == 408 || status == 481) {
      // RFC 3261 section 12.2.1.2: the dialog is gone.
      asked.call().fail(asked.unreachable());
    }
  }

  /** Ends what was under way; true when the asking side had called it off before. */
  private boolean over() {
    asked.negotiation().sent(null);
    boolean calledOff = !request.equals(asking.negotiation().received());
    if (!calledOff) {
      asking.negotiation().received(null);
    }
    return calledOff;
  }

  private void acknowledge(SipServletResponse response, @Nullable Body body) throws IOException {
    SipServletRequest ack = Messages.name(response.createAck());
    try {
      Messages.setBody(ack, Offers.towards(body, asked));
    } catch (UnacceptableBodyException e) {
      LOG.info("call {}: body of the ACK does not pass: {}", asked.call().id(), e.getMessage());
    }
    ack.send();
  }
}
