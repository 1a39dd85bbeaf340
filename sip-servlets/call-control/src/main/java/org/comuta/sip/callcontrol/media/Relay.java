package org.comuta.sip.callcontrol.media;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.comuta.call.RelayedMedia;
import org.comuta.media.CallMedia;
import org.comuta.media.CallPorts;
import org.comuta.media.CallPorts.LinePorts;
import org.comuta.media.CallPorts.SidePorts;
import org.comuta.media.MediaLine;
import org.comuta.media.Side;
import org.comuta.sdp.Direction;
import org.comuta.sdp.LineTerms;
import org.comuta.sdp.MediaDescription;
import org.comuta.sdp.OurLine;
import org.comuta.sdp.Relaying;
import org.comuta.sdp.SessionDescription;
import org.comuta.sip.callcontrol.sdp.UnacceptableBodyException;
import org.jspecify.annotations.Nullable;

/**
 * Offers and answers of a relayed call (RFC 3264): what both sides said, what the engine is asked
 * for, and what each side is told. An offer that is not answered changes nothing but that ports are
 * opened for what is new in it. Plain state; confined to the lane of the call.
 */
final class Relay {
  private static final SidePorts CLOSED = new SidePorts(0, 0);

  private final String callId;
  private final RelaySide caller;
  private final RelaySide called;
  private Duration silenceLimit = Duration.ZERO;
  private CallPorts ports = new CallPorts(List.of());
  private @Nullable Side offerer;
  private @Nullable SessionDescription offer;
  private int offeredLines;
  private boolean pending;

  Relay(String callId, SideTerms caller, SideTerms called) {
    this.callId = callId;
    this.caller = new RelaySide(caller);
    this.called = new RelaySide(called);
  }

  /** Goes on with what an earlier process knew. */
  Relay(String callId, RelayedMedia known) {
    this.callId = callId;
    this.caller = new RelaySide(known.caller());
    this.called = new RelaySide(known.called());
    this.silenceLimit = Duration.ofSeconds(known.silenceSeconds());
    List<LinePorts> open = new ArrayList<>();
    List<Integer> flat = known.ports();
    for (int i = 0; i + 3 < flat.size(); i += 4) {
      open.add(
          new LinePorts(
              new SidePorts(flat.get(i), flat.get(i + 1)),
              new SidePorts(flat.get(i + 2), flat.get(i + 3))));
    }
    this.ports = new CallPorts(open);
  }

  /** What another process must know to go on. */
  RelayedMedia kept() {
    List<Integer> flat = new ArrayList<>();
    for (LinePorts line : ports.lines()) {
      for (SidePorts side : List.of(line.caller(), line.called())) {
        flat.add(side.rtp());
        flat.add(side.rtcp());
      }
    }
    return new RelayedMedia(caller.kept(), called.kept(), (int) silenceLimit.toSeconds(), flat);
  }

  /** Another destination is tried: nothing was agreed on with it. */
  void calledSide(SideTerms terms) {
    called.startOver(terms);
    caller.forget();
    offerer = null;
    offer = null;
    pending = false;
  }

  /** The address this side's signalling comes from. */
  void trust(Side side, String address) {
    RelaySide known = side(side);
    known.terms(known.terms().trusting(address));
  }

  /** From now on a side that should send and does not is told of. */
  void watchSilence(Duration limit) {
    silenceLimit = limit;
  }

  /**
   * This side offers.
   *
   * @throws UnacceptableBodyException 488 when no line of it can be relayed
   */
  void offer(Side from, SessionDescription description) throws UnacceptableBodyException {
    SessionDescription whole = Relaying.keepingLines(description, side(from.other()).said());
    boolean wanted = description.media().stream().anyMatch(line -> line.port() != 0);
    boolean possible = false;
    for (MediaDescription line : whole.media()) {
      possible |= side(from).usable(LineTerms.of(whole, line));
    }
    if (wanted && !possible) {
      throw new UnacceptableBodyException(488, "no media line that can be relayed");
    }
    offerer = from;
    offer = whole;
    offeredLines = description.media().size();
    pending = true;
  }

  /**
   * This side answers the last offer; again, when another fork of the called side does.
   *
   * @throws UnacceptableBodyException 488 when the other side offered nothing
   */
  void answer(Side from, SessionDescription description) throws UnacceptableBodyException {
    if (offer == null || offerer != from.other()) {
      throw new UnacceptableBodyException(488, "answer without an offer");
    }
    side(offerer).agreed(offer);
    side(from).agreed(Relaying.answering(offer, description));
    pending = false;
  }

  /** This side answers what it was told anew of what is agreed on. */
  void answerAnew(Side from, SessionDescription description) {
    side(from).agreed(Relaying.answering(agreedToTell(from), description));
  }

  /** The last offer was refused or never answered: all stays as it was before. */
  void withdraw() {
    pending = false;
  }

  /** The engine opened these. Whether a side must be told, because it knows others. */
  boolean ports(CallPorts opened) {
    boolean others = !ports.equals(opened);
    ports = opened;
    return others;
  }

  /** What the engine is asked for. */
  CallMedia media() {
    int count = Math.max(caller.lines(), called.lines());
    if (pending && offer != null) {
      count = Math.max(count, offer.media().size());
    }
    List<MediaLine> lines = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      lines.add(line(i));
    }
    return new CallMedia(callId, lines, silenceLimit);
  }

  private MediaLine line(int i) {
    LineTerms callers = caller.line(i);
    LineTerms calleds = called.line(i);
    if (agreed(i)) {
      LineTerms any = callers == null ? calleds : callers;
      return new MediaLine(
          RelaySide.kind(any),
          true,
          caller.end(i, callers, calleds),
          called.end(i, calleds, callers));
    }
    LineTerms offered = offered(i);
    if (offered != null && offerer != null && side(offerer).usable(offered)) {
      boolean byCaller = offerer == Side.CALLER;
      return new MediaLine(
          RelaySide.kind(offered),
          true,
          caller.end(i, byCaller ? offered : null, byCaller ? null : offered),
          called.end(i, byCaller ? null : offered, byCaller ? offered : null));
    }
    LineTerms any = offered == null ? (callers == null ? calleds : callers) : offered;
    return new MediaLine(RelaySide.kind(any), false, caller.closed(), called.closed());
  }

  /** Whether packets go over this line by what both sides said. */
  private boolean agreed(int i) {
    LineTerms callers = caller.line(i);
    LineTerms calleds = called.line(i);
    return callers != null && calleds != null && caller.usable(callers) && called.usable(calleds);
  }

  private @Nullable LineTerms offered(int i) {
    return pending && offer != null && i < offer.media().size()
        ? LineTerms.of(offer, offer.media().get(i))
        : null;
  }

  /** The pending offer as the side that did not make it is told. */
  SessionDescription offerToTell() {
    if (offer == null || offerer == null) {
      throw new IllegalStateException("no offer");
    }
    Side to = offerer.other();
    List<OurLine> lines = new ArrayList<>(offer.media().size());
    for (int i = 0; i < offer.media().size(); i++) {
      LineTerms terms = LineTerms.of(offer, offer.media().get(i));
      LineTerms theirs = side(to).line(i);
      boolean mux = terms.rtcpMux() || (agreed(i) && theirs != null && theirs.rtcpMux());
      lines.add(side(offerer).usable(terms) ? our(to, i, mux, terms.direction()) : OurLine.REFUSED);
    }
    return Relaying.ours(offer, side(to).terms().local(), lines);
  }

  /** What this side is told of what the other side said, by what was agreed on. */
  SessionDescription agreedToTell(Side to) {
    SessionDescription said = side(to.other()).said();
    if (said == null) {
      throw new IllegalStateException("nothing agreed on");
    }
    List<OurLine> lines = new ArrayList<>(said.media().size());
    for (int i = 0; i < said.media().size(); i++) {
      LineTerms mine = side(to).line(i);
      LineTerms others = side(to.other()).line(i);
      lines.add(
          agreed(i) && mine != null && others != null
              ? our(to, i, mine.rtcpMux(), others.direction().answering(mine.direction()))
              : OurLine.REFUSED);
    }
    return Relaying.ours(said, side(to).terms().local(), lines);
  }

  /** What the side that offered is told, once it was answered: as many lines as it offered. */
  SessionDescription answerToTell() {
    if (offerer == null) {
      throw new IllegalStateException("no offer");
    }
    return Relaying.firstLines(agreedToTell(offerer), offeredLines);
  }

  private OurLine our(Side to, int line, boolean mux, Direction direction) {
    SidePorts open = portsOf(line).side(to);
    return open.rtp() == 0 ? OurLine.REFUSED : new OurLine(open.rtp(), open.rtcp(), mux, direction);
  }

  private LinePorts portsOf(int line) {
    return line < ports.lines().size() ? ports.lines().get(line) : new LinePorts(CLOSED, CLOSED);
  }

  private RelaySide side(Side side) {
    return side == Side.CALLER ? caller : called;
  }
}
