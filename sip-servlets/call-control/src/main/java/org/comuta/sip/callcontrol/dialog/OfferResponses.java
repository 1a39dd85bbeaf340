package org.comuta.sip.callcontrol.dialog;

import java.io.IOException;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.comuta.sip.callcontrol.leg.CallerStatus;
import org.comuta.sip.callcontrol.leg.HeaderPolicy;
import org.comuta.sip.callcontrol.leg.LateAnswer;
import org.comuta.sip.callcontrol.leg.Leg;
import org.comuta.sip.callcontrol.leg.Messages;
import org.comuta.sip.callcontrol.leg.Releases;
import org.comuta.sip.callcontrol.leg.Responses;
import org.comuta.sip.callcontrol.media.Meaning;
import org.comuta.sip.callcontrol.media.Passage;
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
  public void success(SipServletResponse response) throws Exception {
    boolean invite = request.getMethod().equals("INVITE");
    boolean tooLate = over() || asking.call().ended();
    boolean offered = Messages.describesSession(request);
    if (invite && (offered || tooLate)) {
      acknowledge(response, null);
    }
    if (tooLate) {
      asking.call().media().withdraw();
      return;
    }
    asking
        .call()
        .media()
        .pass(
            asked.side(),
            offered ? Meaning.ANSWER : Meaning.OFFER,
            Messages.bodyOf(response),
            new Answer(response, invite && !offered));
  }

  /** The answer on its way to the side that asked. */
  private final class Answer implements Passage {
    private final SipServletResponse response;
    private final boolean offers;

    /**
     * @param offers whether the offer stands in it, and what answers it comes with the ACK
     */
    Answer(SipServletResponse response, boolean offers) {
      this.response = response;
      this.offers = offers;
    }

    @Override
    public void passed(Passable body) throws Exception {
      send(body.towards(asking.origin()));
    }

    @Override
    public void refused(UnacceptableBodyException why) throws IOException {
      LOG.info("call {}: answer does not pass: {}", asking.call().id(), why.getMessage());
      asking.call().media().withdraw();
      send(null);
    }

    private void send(@Nullable Body body) throws IOException {
      SipServletResponse answer = Messages.respond(request, 200);
      answer.setHeader("Allow", Messages.ALLOW);
      HeaderPolicy.copy(response, answer, asking.ourHost());
      Messages.setBody(answer, body);
      asking.call().keep();
      answer.send();
      asking.call().call().mediaChanged(asking.party());
      if (request.getMethod().equals("INVITE")) {
        asking.awaitAck(offers ? ack -> passAck(response, ack) : null);
      }
    }
  }

  /** The answer came with the ACK. */
  private void passAck(SipServletResponse response, @Nullable SipServletRequest ack)
      throws Exception {
    new LateAnswer(asked, ours -> acknowledge(response, ours)).pass(ack);
  }

  @Override
  public void failure(SipServletResponse response) throws IOException {
    boolean calledOff = over();
    int status = response.getStatus();
    asked.call().media().withdraw();
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
    Messages.setBody(ack, body);
    ack.send();
    if (body != null) {
      asked.call().keep();
    }
  }
}
