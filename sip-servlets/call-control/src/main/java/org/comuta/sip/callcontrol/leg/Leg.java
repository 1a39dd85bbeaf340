package org.comuta.sip.callcontrol.leg;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;
import org.comuta.call.Party;
import org.comuta.call.Release;
import org.comuta.call.StateMachine;
import org.comuta.call.answered.AnsweredLeg;
import org.comuta.cause.Failure;
import org.comuta.media.Side;
import org.comuta.sip.callcontrol.headers.Reason;
import org.comuta.sip.callcontrol.leg.Negotiation.Onward;
import org.comuta.sip.callcontrol.leg.Negotiation.PendingAck;
import org.comuta.sip.callcontrol.sdp.OriginLine;
import org.jspecify.annotations.Nullable;

/** One dialog of a call, with one neighbour. Confined to the lane of the call. */
public abstract sealed class Leg permits IncomingLeg, OutgoingLeg {
  /** 64 times T1, RFC 3261 section 13.3.1.4. */
  private static final Duration ACK_WAIT = Duration.ofSeconds(32);

  /** Requests after which the dialog is kept anew: fewer than are skipped when it is remade. */
  private static final int SAVE_EVERY = 8;

  private final SipCall call;
  private final String ourAddress;
  private final OriginLine origin;
  private final Negotiation negotiation = new Negotiation();
  final StateMachine<LegState> state;
  private SipSession session;
  private long heardAt = System.nanoTime();
  private int inactivitySeconds;
  private int unsaved;

  Leg(SipCall call, SipSession session, String ourAddress) {
    this(call, session, ourAddress, new OriginLine(ourAddress), LegState.CALLING);
  }

  /** Goes on with a leg of an earlier process. */
  Leg(SipCall call, SipSession session, AnsweredLeg kept) {
    OriginLine origin =
        new OriginLine(
            kept.ourAddress(), kept.sdpSession(), kept.sdpVersion(), kept.sdpFingerprint());
    this(call, session, kept.ourAddress(), origin, LegState.CONFIRMED);
  }

  private Leg(
      SipCall call, SipSession session, String ourAddress, OriginLine origin, LegState initial) {
    this.call = call;
    this.session = session;
    this.ourAddress = ourAddress;
    this.origin = origin;
    this.state = new StateMachine<>(initial, state -> state == LegState.ENDED);
    session.setAttribute(Leg.class.getName(), this);
    state.listen(call::legReached);
  }

  /** The leg this session belongs to; null when it belongs to no call. */
  public static @Nullable Leg of(@Nullable SipSession session) {
    return session != null && session.isValid()
        ? (Leg) session.getAttribute(Leg.class.getName())
        : null;
  }

  public SipCall call() {
    return call;
  }

  public LegState state() {
    return state.get();
  }

  /** Our host as this side knows it, as in a URI. */
  public String ourHost() {
    return OurAddresses.bracketed(ourAddress);
  }

  /** Our address as this side knows it, without brackets. */
  public String ourAddress() {
    return ourAddress;
  }

  /** Descriptions sent to this side. */
  public OriginLine origin() {
    return origin;
  }

  /** Offers on their way over this leg after the first answer. */
  public Negotiation negotiation() {
    return negotiation;
  }

  public SipSession session() {
    return session;
  }

  /** Whether this session is the dialog of this leg, not another that its INVITE opened. */
  public boolean isIn(SipSession dialog) {
    return session.getId().equals(dialog.getId());
  }

  /** Goes on with the dialog of this session: one INVITE may open several. */
  void goOnWith(SipSession dialog) {
    session = dialog;
  }

  /** The other side of the call; null before there is one. */
  public @Nullable Leg peer() {
    return call.peerOf(this);
  }

  /** Who is at the far end of this leg. */
  public abstract Party party();

  /** The same, as the media engine calls it. */
  public Side side() {
    return party() == Party.CALLER ? Side.CALLER : Side.CALLED;
  }

  /** What the call ends with when this side does not answer any more. */
  public abstract Failure unreachable();

  /** A message came from this side. */
  public void heard() {
    heardAt = System.nanoTime();
  }

  /** When this side was last heard, on the scale of {@link System#nanoTime}. */
  public long heardAt() {
    return heardAt;
  }

  /** How long this side may stay silent, in seconds; 0 for ever. */
  public int inactivitySeconds() {
    return inactivitySeconds;
  }

  /** Tells how long this side may stay silent, in seconds; 0 for ever. */
  public void inactivitySeconds(int seconds) {
    inactivitySeconds = seconds;
  }

  /** The dialog is kept as it is now. */
  void saved() {
    unsaved = 0;
  }

  /** A new request in this dialog. */
  public SipServletRequest createRequest(String method) {
    if (++unsaved > SAVE_EVERY) {
      call.keep();
    }
    return Messages.name(session.createRequest(method));
  }

  /** This side ended the dialog; nothing more is sent. */
  public void closed() {
    state.to(LegState.ENDED);
  }

  /**
   * This side was sent a 2xx to its INVITE and owes an ACK.
   *
   * @param onward runs once, when the ACK came or is not waited for any more; may be null
   */
  public void awaitAck(@Nullable Onward onward) {
    negotiation.owesAck(new PendingAck(onward, call.schedule(ACK_WAIT, this::missAck)));
  }

  /** This side acknowledged a 2xx; more than one ACK does no harm. */
  public void acknowledged(@Nullable SipServletRequest ack) throws Exception {
    PendingAck pending = negotiation.takeAck();
    if (pending != null) {
      confirm();
      if (pending.onward() != null) {
        pending.onward().acknowledge(ack);
      }
    }
  }

  private void missAck() throws Exception {
    acknowledged(null);
    call.fail(unreachable());
  }

  /** The dialog is confirmed, by an ACK or by the end of waiting for it. */
  void confirm() throws IOException {
    if (state.get() == LegState.ANSWERED) {
      state.to(LegState.CONFIRMED);
    }
  }

  /** Ends this leg in the way its state asks for. */
  abstract void release(Release how, List<Reason> reasons) throws IOException;

  void bye(List<Reason> reasons) throws IOException {
    if (state.to(LegState.LEAVING)) {
      bye(session, reasons, new Farewell(this));
    }
  }

  static void bye(SipSession dialog, List<Reason> reasons, Responses responses) throws IOException {
    SipServletRequest bye = Messages.name(dialog.createRequest("BYE"));
    Messages.setReasons(bye, reasons);
    responses.send(bye);
  }

  /** Whatever is answered to a BYE, and be it nothing, ends the leg. */
  private record Farewell(Leg leg) implements Responses {
    @Override
    public void success(SipServletResponse response) {
      leg.closed();
    }

    @Override
    public void failure(SipServletResponse response) {
      leg.closed();
    }
  }
}
