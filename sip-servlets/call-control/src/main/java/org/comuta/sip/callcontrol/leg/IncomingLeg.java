package org.comuta.sip.callcontrol.leg;

import java.io.IOException;
import java.util.List;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;
import org.comuta.call.Party;
import org.comuta.call.Release;
import org.comuta.call.answered.AnsweredLeg;
import org.comuta.cause.Failure;
import org.comuta.sip.callcontrol.headers.Reason;
import org.comuta.sip.callcontrol.leg.Negotiation.Onward;
import org.jspecify.annotations.Nullable;

/** The leg of the caller, whose INVITE we answer. */
public final class IncomingLeg extends Leg {
  private final @Nullable SipServletRequest invite;
  private List<Reason> reasons = List.of();

  public IncomingLeg(SipCall call, SipServletRequest invite, String ourAddress) {
    super(call, invite.getSession(), ourAddress);
    this.invite = invite;
    call.caller(this);
  }

  /** Goes on with an answered leg of an earlier process. */
  public IncomingLeg(SipCall call, SipSession session, AnsweredLeg kept) {
    super(call, session, kept);
    this.invite = null;
    call.caller(this);
  }

  /**
   * The INVITE that began the call.
   *
   * @throws IllegalStateException when an earlier process received and answered it
   */
  public SipServletRequest invite() {
    if (invite == null) {
      throw new IllegalStateException("answered by an earlier process");
    }
    return invite;
  }

  @Override
  public Party party() {
    return Party.CALLER;
  }

  @Override
  public Failure unreachable() {
    return Failure.CALLER_UNREACHABLE;
  }

  /** Whether a provisional or final response may still be sent. */
  public boolean waits() {
    return state() == LegState.CALLING || state() == LegState.EARLY;
  }

  /** Tells a provisional response. */
  public void progress(SipServletResponse response) throws IOException {
    state.to(LegState.EARLY);
    response.send();
  }

  /** Answers with this 2xx; {@code onward} is what the ACK lets happen. */
  public void answer(SipServletResponse response, @Nullable Onward onward) throws IOException {
    state.to(LegState.ANSWERED);
    response.send();
    awaitAck(onward);
  }

  @Override
  void confirm() throws IOException {
    if (state() == LegState.ENDING) {
      bye(reasons);
    } else {
      super.confirm();
    }
  }

  @Override
  void release(Release how, List<Reason> reasons) throws IOException {
    switch (state()) {
      case CALLING, EARLY -> {
        SipServletResponse response = Messages.respond(invite(), CallerStatus.of(how));
        Messages.setReasons(response, reasons);
        Refusals.explain(response, invite(), how);
        closed();
        response.send();
      }
      case ANSWERED -> {
        // RFC 3261 section 15: no BYE on a dialog whose ACK has not come.
        this.reasons = reasons;
        state.to(LegState.ENDING);
      }
      case CONFIRMED -> bye(reasons);
      case CANCELLING, ENDING, LEAVING, ENDED -> {}
    }
  }
}
