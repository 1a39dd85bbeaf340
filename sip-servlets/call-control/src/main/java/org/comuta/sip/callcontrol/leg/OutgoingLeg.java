package org.comuta.sip.callcontrol.leg;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;
import org.comuta.call.Party;
import org.comuta.call.Release;
import org.comuta.cause.Failure;
import org.comuta.sip.callcontrol.headers.Reason;
import org.comuta.sip.callcontrol.sdp.Body;
import org.jspecify.annotations.Nullable;

/** A leg towards a destination, which answers our INVITE or is given up. */
public final class OutgoingLeg extends Leg {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
  private static final int LOOKS = 64;

  private final SipServletRequest invite;
  private @Nullable SipServletResponse answer;
  private List<Reason> reasons = List.of();
  private boolean cancelSent;

  public OutgoingLeg(SipCall call, SipServletRequest invite, String ourAddress) {
    super(call, invite.getSession(), ourAddress);
    this.invite = invite;
  }

  @Override
  public Party party() {
    return Party.CALLED;
  }

  @Override
  public Failure unreachable() {
    return Failure.CALLED_UNREACHABLE;
  }

  /** Whether the destination may still answer. */
  public boolean waits() {
    return state() == LegState.CALLING || state() == LegState.EARLY;
  }

  /** Whether any response came, be it only a 100, which servlets are not told. */
  public boolean responded() {
    return waits() && session().getState() != SipSession.State.INITIAL;
  }

  /** The destination rings, in this one of the dialogs the INVITE opened. */
  public void early(SipServletResponse response) {
    goOnWith(response.getSession());
    state.to(LegState.EARLY);
  }

  /** The destination answered; other dialogs of the INVITE lost. */
  public void answered(SipServletResponse response) {
    goOnWith(response.getSession());
    if (!isIn(invite.getSession())) {
      // The container finds the dialogs of further forks by the session of the first.
      invite.getSession().setInvalidateWhenReady(false);
    }
    answer = response;
    state.to(LegState.ANSWERED);
  }

  /** Sends the ACK the destination waits for. */
  public void acknowledge(@Nullable Body body) throws IOException {
    if (answer != null) {
      SipServletRequest ack = Messages.name(answer.createAck());
      answer = null;
      Messages.setBody(ack, body);
      ack.send();
      confirm();
    }
  }

  /** Ends a dialog that was answered although nobody waits for it any more. */
  public static void refuse(SipServletResponse answer, List<Reason> reasons) throws IOException {
    Messages.name(answer.createAck()).send();
    bye(answer.getSession(), reasons);
  }

  /** Gives the destination up; an answer that comes in spite of it is refused. */
  public void cancel(List<Reason> reasons) throws IOException {
    if (waits()) {
      state.to(LegState.CANCELLING);
      this.reasons = reasons;
      cancel(LOOKS);
    }
  }

  /** Sends the CANCEL as soon as that may be; called with each response. */
  public void cancelNow() throws IOException {
    if (state() == LegState.CANCELLING && !cancelSent) {
      cancelSent = true;
      SipServletRequest cancel = invite.createCancel();
      Messages.setReasons(cancel, reasons);
      cancel.send();
    }
  }

  /**
   * No CANCEL may go before a response came (RFC 3261 section 9.1). A 100 is not told to servlets,
   * so this looks again until the transaction is over. Sending it too early has the container stop
   * sending the INVITE again.
   */
  private void cancel(int looks) throws IOException {
    if (state() != LegState.CANCELLING || cancelSent) {
      return;
    }
    if (session().getState() != SipSession.State.INITIAL) {
      cancelNow();
    } else if (looks > 0) {
      if (looks == LOOKS) {
        invite.createCancel().send();
      }
      call().schedule(LOOK_AGAIN, () -> cancel(looks - 1));
    } else {
      closed();
    }
  }

  @Override
  void release(Release how, List<Reason> reasons) throws IOException {
    switch (state()) {
      case CALLING, EARLY -> cancel(reasons);
      case ANSWERED -> {
        acknowledge(null);
        bye(reasons);
      }
      case CONFIRMED -> bye(reasons);
      case CANCELLING, ENDING, ENDED -> {}
    }
  }
}
