package org.comuta.sip.callcontrol.leg;

import java.io.IOException;
import java.util.List;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;
import org.comuta.call.Party;
import org.comuta.call.Release;
import org.comuta.call.answered.AnsweredLeg;
import org.comuta.cause.Failure;
import org.comuta.sip.callcontrol.headers.Reason;
import org.comuta.sip.callcontrol.sdp.Body;
import org.jspecify.annotations.Nullable;

/** A leg towards a destination, which answers our INVITE or is given up. */
public final class OutgoingLeg extends Leg {
  private final @Nullable SipServletRequest invite;
  private @Nullable SipServletResponse answer;

  public OutgoingLeg(SipCall call, SipServletRequest invite, String ourAddress) {
    super(call, invite.getSession(), ourAddress);
    this.invite = invite;
  }

  /** Goes on with an answered leg of an earlier process. */
  public OutgoingLeg(SipCall call, SipSession session, AnsweredLeg kept) {
    super(call, session, kept);
    this.invite = null;
    call.called(this);
  }

  private SipServletRequest invite() {
    if (invite == null) {
      throw new IllegalStateException("answered for an earlier process");
    }
    return invite;
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
    SipSession first = invite().getSession();
    if (!isIn(first)) {
      // The container finds the dialogs of further forks by the session of the first, which must
      // outlive its own dialog; so it does not see by itself when all is over.
      first.setInvalidateWhenReady(false);
      SipApplicationSession all = first.getApplicationSession();
      call().atRest(() -> call().run(() -> invalidate(all)));
    }
    answer = response;
    state.to(LegState.ANSWERED);
  }

  private static void invalidate(SipApplicationSession sessions) {
    if (sessions.isValid()) {
      sessions.invalidate();
    }
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
    bye(answer.getSession(), reasons, Responses.IGNORED);
  }

  /**
   * Gives the destination up; an answer that comes in spite of it is refused. No CANCEL may go
   * before a response came (RFC 3261 section 9.1): until then the container keeps it back, and
   * stops sending the INVITE again. None goes after a final response, which may have come and wait
   * for its turn behind the media.
   */
  public void cancel(List<Reason> reasons) throws IOException {
    if (waits()) {
      state.to(LegState.CANCELLING);
      SipServletRequest cancel;
      try {
        cancel = invite().createCancel();
      } catch (IllegalStateException finalResponseCame) {
        return;
      }
      Messages.setReasons(cancel, reasons);
      cancel.send();
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
      case CANCELLING, ENDING, LEAVING, ENDED -> {}
    }
  }
}
