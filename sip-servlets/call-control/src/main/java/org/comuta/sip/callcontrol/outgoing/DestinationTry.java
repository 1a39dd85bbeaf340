package org.comuta.sip.callcontrol.outgoing;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.comuta.call.Attempt;
import org.comuta.call.MediaRecord;
import org.comuta.call.Release;
import org.comuta.cause.Failure;
import org.comuta.interfaces.Interfaces;
import org.comuta.media.Side;
import org.comuta.nap.MediaMode;
import org.comuta.nap.Nap;
import org.comuta.routing.Candidate;
import org.comuta.sip.callcontrol.headers.Reason;
import org.comuta.sip.callcontrol.leg.IncomingLeg;
import org.comuta.sip.callcontrol.leg.Messages;
import org.comuta.sip.callcontrol.leg.OurPort;
import org.comuta.sip.callcontrol.leg.OutgoingLeg;
import org.comuta.sip.callcontrol.leg.Releases;
import org.comuta.sip.callcontrol.leg.SipCall;
import org.comuta.sip.callcontrol.media.Meaning;
import org.comuta.sip.callcontrol.media.MediaChoice;
import org.comuta.sip.callcontrol.media.Passage;
import org.comuta.sip.callcontrol.media.SideTerms;
import org.comuta.sip.callcontrol.sdp.UnacceptableBodyException;
import org.comuta.sip.callcontrol.timers.LongestCall;
import org.comuta.sip.callcontrol.timers.SilenceWatch;
import org.comuta.sip.container.Lane;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One try at one destination: its proxies in order while there is no response at all, for as long
 * as its NAP lets it ring. Confined to the lane of the call.
 */
final class DestinationTry {
  private static final Logger LOG = LoggerFactory.getLogger(DestinationTry.class);

  private final Hunt hunt;
  private final SipCall call;
  private final Candidate candidate;
  private final OutgoingInvites invites;
  private final OurPort port;
  private final Iterator<Hop> hops;
  private final Lane.Cancellable noAnswer;
  private final Attempt attempt;
  private @Nullable OutgoingLeg leg;
  private Lane.@Nullable Cancellable silence;
  private boolean over;
  private boolean placed = true;

  DestinationTry(Hunt hunt, Candidate candidate, OutgoingInvites invites) {
    Nap destination = candidate.destination();
    this.hunt = hunt;
    this.call = hunt.call();
    this.candidate = candidate;
    this.invites = invites;
    this.port = invites.towards(destination, call.call().snapshot().interfaces());
    this.hops = hunt.placesOf(destination).iterator();
    call.atEnd(this::leave);
    this.attempt = call.call().attempt(candidate, Instant.now());
    this.noAnswer =
        call.after(Duration.ofSeconds(destination.noAnswerTimeout()), this::ringsTooLong);
  }

  void begin() throws Exception {
    Nap destination = candidate.destination();
    MediaMode mode = MediaChoice.mode(hunt.origin(), destination);
    call.call().media(MediaRecord.of(mode));
    switch (mode) {
      case BYPASS -> call.media().bypass();
      case BRIDGE -> {
        Interfaces interfaces = call.call().snapshot().interfaces();
        call.media()
            .relay(
                SideTerms.of(hunt.origin(), interfaces, caller().ourAddress()),
                SideTerms.of(destination, interfaces, port.host()));
        call.media().trust(Side.CALLER, caller().invite().getInitialRemoteAddr());
      }
    }
    nextHop(Failure.DESTINATION_NO_RESPONSE);
  }

  private void nextHop(Failure otherwise) throws Exception {
    if (!hops.hasNext()) {
      fail(Release.of(otherwise));
      return;
    }
    Hop hop = hops.next();
    // A hop is an address wherever the snapshot knows one.
    call.media().trust(Side.CALLED, hop.address());
    call.media()
        .pass(Side.CALLER, Meaning.OFFER, Messages.bodyOf(caller().invite()), new FirstOffer(hop));
  }

  /** The caller's INVITE on its way to one hop. */
  private final class FirstOffer implements Passage {
    private final Hop hop;

    FirstOffer(Hop hop) {
      this.hop = hop;
    }

    @Override
    public void passed(Passable body) throws Exception {
      try {
        send(hop, body);
      } catch (IOException | ServletException | RuntimeException e) {
        LOG.info("call {} cannot be sent to {}", call.id(), hop.hostPort(), e);
        nextHop(Failure.DESTINATION_UNREACHABLE);
      }
    }

    @Override
    public void refused(UnacceptableBodyException why) {
      call.end(Releases.malformed(why.sipStatus(), why.getMessage()));
    }

    /** Another destination may be reached from another address of ours; nothing else helps. */
    @Override
    public boolean failed(Failure failure) {
      if (failure == Failure.MEDIA_ADDRESS_MISSING) {
        fail(Release.of(failure));
        return true;
      }
      return false;
    }
  }

  private void send(Hop hop, Passage.Passable body)
      throws IOException, ServletException, UnacceptableBodyException {
    Nap destination = candidate.destination();
    SipServletRequest invite = invites.write(caller().invite(), candidate, hop, port);
    OutgoingLeg next = new OutgoingLeg(call, invite, port.host());
    Messages.setBody(invite, body.towards(next.origin()));
    leg = next;
    call.called(next);
    attempt.sentAs(invite.getCallId());
    new InviteResponses(this, next).send(invite);
    silence =
        call.after(
            Duration.ofSeconds(destination.proxyFallbackTimeout()), () -> checkSilence(next));
  }

  /** No response at all within the time of the NAP: its next proxy is asked. */
  private void checkSilence(OutgoingLeg asked) throws Exception {
    if (!over && asked == leg && !asked.responded()) {
      asked.cancel(List.of());
      nextHop(Failure.DESTINATION_NO_RESPONSE);
    }
  }

  private void ringsTooLong() throws IOException {
    if (over) {
      return;
    }
    if (leg != null) {
      leg.cancel(List.of(Reason.of(Failure.NO_ANSWER.cause())));
    }
    fail(Release.of(Failure.NO_ANSWER));
  }

  SipCall call() {
    return call;
  }

  IncomingLeg caller() {
    IncomingLeg caller = call.caller();
    if (caller == null) {
      throw new IllegalStateException("no caller");
    }
    return caller;
  }

  /** The destination's transaction timed out without any response. */
  void silent(OutgoingLeg asked) throws Exception {
    asked.closed();
    if (!over && asked == leg) {
      nextHop(Failure.DESTINATION_NO_RESPONSE);
    }
  }

  /** The destination refused. */
  void refused(OutgoingLeg asked, SipServletResponse response) {
    asked.closed();
    if (asked == leg) {
      fail(Releases.refused(response));
    }
  }

  /** The destination answered; its place is kept until the call ends. */
  void answered() {
    finish();
    call.media().answered(MediaChoice.silenceLimit(hunt.origin(), candidate.destination()));
  }

  /** The caller was told the answer. */
  void told(OutgoingLeg answering) {
    LongestCall.watch(call, hunt.origin(), candidate);
    SilenceWatch.begin(caller(), hunt.origin());
    SilenceWatch.begin(answering, candidate.destination());
  }

  private void fail(Release release) {
    if (!over) {
      finish();
      leave();
      hunt.failed(candidate, release);
    }
  }

  private void finish() {
    over = true;
    noAnswer.cancel();
    if (silence != null) {
      silence.cancel();
    }
  }

  private void leave() {
    if (placed) {
      placed = false;
      hunt.leave(candidate);
    }
  }
}
