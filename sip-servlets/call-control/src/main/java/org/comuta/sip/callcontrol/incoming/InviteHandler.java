package org.comuta.sip.callcontrol.incoming;

import java.io.IOException;
import java.time.Instant;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.URI;
import org.comuta.call.Call;
import org.comuta.call.IncomingCall;
import org.comuta.cause.Failure;
import org.comuta.exchange.Counters;
import org.comuta.exchange.Exchange;
import org.comuta.media.MediaEngine;
import org.comuta.nap.Nap;
import org.comuta.nap.OriginMatch;
import org.comuta.nap.Source;
import org.comuta.routing.CallRequest;
import org.comuta.routing.Decision;
import org.comuta.routing.TraceStep;
import org.comuta.routing.TraceStep.Verdict;
import org.comuta.sip.callcontrol.leg.CallKeeper;
import org.comuta.sip.callcontrol.leg.IncomingLeg;
import org.comuta.sip.callcontrol.leg.OurAddresses;
import org.comuta.sip.callcontrol.leg.OurPort;
import org.comuta.sip.callcontrol.leg.Refusals;
import org.comuta.sip.callcontrol.leg.SipCall;
import org.comuta.sip.callcontrol.leg.SipCalls;
import org.comuta.sip.callcontrol.outgoing.Hunt;
import org.comuta.sip.callcontrol.outgoing.OutgoingInvites;
import org.comuta.sip.container.Dialogs;
import org.comuta.sip.container.Lanes;
import org.comuta.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * An INVITE that begins a call. Every one becomes a {@link Call} and so leaves a record, the
 * refused ones included.
 */
public final class InviteHandler {
  private final Exchange exchange;
  private final OurAddresses ours;
  private final OutgoingInvites invites;
  private final SipCalls calls;
  private final MediaEngine engine;
  private final UnknownSources unknownSources;
  private final Dialogs dialogs;

  public InviteHandler(
      Exchange exchange,
      OurAddresses ours,
      OutgoingInvites invites,
      SipCalls calls,
      MediaEngine engine,
      UnknownSources unknownSources,
      Dialogs dialogs) {
    this.exchange = exchange;
    this.ours = ours;
    this.invites = invites;
    this.calls = calls;
    this.engine = engine;
    this.unknownSources = unknownSources;
    this.dialogs = dialogs;
  }

  /** Takes the call, or refuses it. */
  public void handle(SipServletRequest invite) {
    Snapshot snapshot = exchange.configuration().current();
    OurPort port = ours.reachedBy(invite, Sources.transport(invite));
    Source source = Sources.of(invite, OurAddresses.interfaceOf(port, snapshot.interfaces()));
    OriginMatch match = snapshot.naps().findOrigin(source);
    Numbers numbers = Numbers.of(invite, match.nap());
    IncomingCall incoming =
        new IncomingCall(
            Instant.now(),
            Sources.text(source),
            source.transport().name(),
            invite.getCallId(),
            numbers.calling(),
            numbers.called());
    Call call = exchange.calls().begin(incoming, snapshot);
    CallKeeper keeper = new CallKeeper(dialogs, exchange.calls().answeredCalls().place());
    SipCall sipCall = new SipCall(call, Lanes.of(invite.getApplicationSession()), engine, keeper);
    sipCall.guard(
        () -> {
          ours.leave(invite.getSession(), port);
          new IncomingLeg(sipCall, invite, port.host());
          invite.getApplicationSession().setExpires(0);
          calls.add(sipCall);
          if (match.nap() == null) {
            refuseUnknown(sipCall, source, match.reason());
          } else {
            take(sipCall, match.reason(), match.nap(), invite, isForHelp(invite, call));
          }
        });
  }

  private void refuseUnknown(SipCall call, Source source, String reason) {
    exchange.counters().increment("unknown_source");
    unknownSources.met(source, "INVITE");
    call.call().trace(new TraceStep("origin", "", Verdict.DROPPED, reason));
    call.fail(Failure.UNKNOWN_SOURCE);
  }

  private static boolean isForHelp(SipServletRequest invite, Call call) {
    URI target = invite.getRequestURI();
    return call.snapshot()
        .emergencies()
        .concern(target.isSipURI() ? "" : target.toString(), call.incoming().calledNumber());
  }

  private void take(
      SipCall call, String matchedBy, Nap origin, SipServletRequest invite, boolean emergency)
      throws IOException {
    call.call().cameFrom(origin);
    call.call().trace(new TraceStep("origin", origin.name(), Verdict.KEPT, matchedBy));
    if (emergency) {
      call.call().trace(new TraceStep("emergency", "", Verdict.KEPT, "no limit holds it up"));
    }
    Failure refusal = refusal(call, origin, invite, emergency);
    if (refusal != null) {
      call.call().trace(new TraceStep("admission", origin.name(), Verdict.DROPPED, refusal.name()));
      call.fail(refusal);
      return;
    }
    invite.createResponse(100).send();
    Call known = call.call();
    Decision decision =
        known
            .snapshot()
            .routes()
            .decide(
                new CallRequest(
                    origin.name(),
                    known.incoming().callingNumber(),
                    known.incoming().calledNumber()));
    decision.trace().forEach(known::trace);
    new Hunt(
            call,
            origin,
            emergency,
            decision.candidates(),
            exchange.admission(),
            exchange.reachability(),
            invites)
        .next();
  }

  private @Nullable Failure refusal(
      SipCall call, Nap origin, SipServletRequest invite, boolean emergency) {
    if (!emergency && call.overloaded()) {
      exchange.counters().increment(Counters.OVERLOADED);
      return Failure.OVERLOADED;
    }
    if (calls.closed()) {
      return Failure.SHUTTING_DOWN;
    }
    if (!exchange.calls().ledger().accepting()) {
      return Failure.RECORDS_UNAVAILABLE;
    }
    if (invite.getMaxForwards() == 0) {
      return Failure.LOOP_DETECTED;
    }
    if (!Refusals.required(invite).isEmpty()) {
      return Failure.UNSUPPORTED_EXTENSION;
    }
    Failure full = enter(origin, emergency);
    if (full == null) {
      call.atEnd(() -> exchange.admission().leaveOrigin(origin));
    }
    return full;
  }

  private @Nullable Failure enter(Nap origin, boolean emergency) {
    if (emergency) {
      exchange.admission().countOrigin(origin.name());
      return null;
    }
    return exchange.admission().enterOrigin(origin);
  }
}
