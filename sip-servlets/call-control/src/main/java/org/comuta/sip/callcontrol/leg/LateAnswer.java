package org.comuta.sip.callcontrol.leg;

import java.io.IOException;
import javax.servlet.sip.SipServletRequest;
import org.comuta.sip.callcontrol.media.Meaning;
import org.comuta.sip.callcontrol.media.Passage;
import org.comuta.sip.callcontrol.sdp.Body;
import org.comuta.sip.callcontrol.sdp.UnacceptableBodyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An answer in an ACK (RFC 3261 section 13.2.1), on its way to the side whose 2xx had the offer.
 * Whatever becomes of it, that side gets its ACK.
 *
 * @param to the side that offered
 * @param acknowledge sends it the ACK
 */
public record LateAnswer(Leg to, Acknowledge acknowledge) implements Passage {
  private static final Logger LOG = LoggerFactory.getLogger(LateAnswer.class);

  /** Sends an ACK. */
  @FunctionalInterface
  public interface Acknowledge {
    void with(@Nullable Body body) throws IOException;
  }

  /**
   * Passes this ACK on.
   *
   * @param ack null when none came
   */
  public void pass(@Nullable SipServletRequest ack) throws Exception {
    Leg from = to.peer();
    if (ack == null || from == null || to.call().ended()) {
      to.call().media().withdraw();
      acknowledge.with(null);
      return;
    }
    to.call().media().pass(from.side(), Meaning.ANSWER, Messages.bodyOf(ack), this);
  }

  @Override
  public void passed(Passable body) throws Exception {
    Body answer = body.towards(to.origin());
    if (answer == null) {
      to.call().media().withdraw();
    } else {
      to.call().keep();
    }
    acknowledge.with(answer);
  }

  @Override
  public void refused(UnacceptableBodyException why) throws IOException {
    LOG.info("call {}: body of the ACK does not pass: {}", to.call().id(), why.getMessage());
    to.call().media().withdraw();
    acknowledge.with(null);
  }
}
