package org.comuta.sip.callcontrol.leg;

import javax.servlet.sip.SipServletResponse;
import org.comuta.call.answered.AnsweredCall;
import org.comuta.call.answered.AnsweredLeg;
import org.comuta.call.answered.KeptCall;
import org.comuta.sip.callcontrol.sdp.OriginLine;
import org.comuta.sip.container.DialogRecord;
import org.comuta.sip.container.Dialogs;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one answered call where it outlives this process: before its 200 goes to the caller, and
 * again whenever something changes that another process must know. Confined to the lane of the
 * call; never throws.
 */
public final class CallKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(CallKeeper.class);

  private final Dialogs dialogs;
  private final KeptCall place;
  private boolean begun;

  public CallKeeper(Dialogs dialogs, KeptCall place) {
    this.dialogs = dialogs;
    this.place = place;
  }

  /** The call was found in its place: an earlier process kept it. */
  public static CallKeeper of(Dialogs dialogs, KeptCall place) {
    CallKeeper keeper = new CallKeeper(dialogs, place);
    keeper.begun = true;
    return keeper;
  }

  /** This answer is going to be sent to the caller. */
  void begin(SipCall call, SipServletResponse answer) {
    begun = true;
    save(call, answer);
  }

  /** Something changed in a call that may be kept already. */
  void change(SipCall call) {
    if (begun && call.answered()) {
      save(call, null);
    }
  }

  private void save(SipCall call, @Nullable SipServletResponse answer) {
    IncomingLeg caller = call.caller();
    OutgoingLeg called = call.called();
    if (caller == null || called == null) {
      return;
    }
    try {
      DialogRecord callerDialog =
          answer == null ? dialogs.of(caller.session()) : dialogs.madeBy(answer);
      place.save(
          new AnsweredCall(
              call.call().soFar(),
              told(caller, callerDialog),
              told(called, dialogs.of(called.session())),
              call.endsAt(),
              call.media().kept()));
      caller.saved();
      called.saved();
    } catch (RuntimeException e) {
      LOG.warn("call {} would not outlive this process", call.id(), e);
    }
  }

  private static AnsweredLeg told(Leg leg, DialogRecord dialog) {
    OriginLine origin = leg.origin();
    return new AnsweredLeg(
        dialog.begunByPeer(),
        dialog.sessions(),
        dialog.callId(),
        dialog.localTag(),
        dialog.remoteTag(),
        dialog.localParty(),
        dialog.remoteParty(),
        dialog.remoteTarget(),
        dialog.routes(),
        dialog.localSequence(),
        dialog.remoteSequence(),
        dialog.transport(),
        dialog.outbound(),
        leg.ourAddress(),
        leg.inactivitySeconds(),
        origin.session(),
        origin.version(),
        origin.fingerprint());
  }

  /** Both sides are known to have the answer. */
  void acknowledged() {
    place.acknowledged();
  }

  /** The call ended, and its record is written. */
  void forget() {
    begun = false;
    place.forget();
  }
}
