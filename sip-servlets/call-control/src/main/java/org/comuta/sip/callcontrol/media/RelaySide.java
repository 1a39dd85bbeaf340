package org.comuta.sip.callcontrol.media;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.comuta.call.RelayedMedia.LegTerms;
import org.comuta.media.MediaLine;
import org.comuta.media.MediaSide;
import org.comuta.media.MediaSide.PayloadFormat;
import org.comuta.media.MediaSide.Remote;
import org.comuta.media.MediaSide.SourceRule;
import org.comuta.sdp.LineTerms;
import org.comuta.sdp.LineTerms.Carriage;
import org.comuta.sdp.MediaFormat;
import org.comuta.sdp.NetworkAddress;
import org.comuta.sdp.SdpException;
import org.comuta.sdp.SdpReader;
import org.comuta.sdp.SdpWriter;
import org.comuta.sdp.SessionDescription;
import org.jspecify.annotations.Nullable;

/** One side of a relayed call: what it said and agreed to. Confined to the lane of the call. */
final class RelaySide {
  private SideTerms terms;
  private @Nullable SessionDescription said;
  private List<LineTerms> lines = List.of();
  private final List<@Nullable Remote> remotes = new ArrayList<>(2);

  RelaySide(SideTerms terms) {
    this.terms = terms;
  }

  /** One that an earlier process knew. */
  RelaySide(LegTerms known) {
    this(
        new SideTerms(
            known.localAddress(), known.ports(), known.dscp(), known.strict(), known.trusted()));
    if (known.said() != null) {
      try {
        agreed(SdpReader.read(known.said().getBytes(StandardCharsets.ISO_8859_1)));
      } catch (SdpException e) {
        throw new IllegalArgumentException("kept description cannot be read", e);
      }
    }
  }

  /** What another process must know of it. */
  LegTerms kept() {
    String text =
        said == null ? null : new String(SdpWriter.write(said), StandardCharsets.ISO_8859_1);
    return new LegTerms(
        terms.localAddress(), terms.ports(), terms.dscp(), terms.strict(), terms.trusted(), text);
  }

  SideTerms terms() {
    return terms;
  }

  void terms(SideTerms other) {
    terms = other;
  }

  /** Somebody else is on this side now. */
  void startOver(SideTerms other) {
    terms = other;
    remotes.clear();
    forget();
  }

  /** Nothing is agreed on any more. */
  void forget() {
    said = null;
    lines = List.of();
  }

  /** What this side said holds from now on. */
  void agreed(SessionDescription description) {
    said = description;
    lines = description.media().stream().map(line -> LineTerms.of(description, line)).toList();
  }

  /** What holds of what this side said; null when nothing does. */
  @Nullable SessionDescription said() {
    return said;
  }

  int lines() {
    return lines.size();
  }

  @Nullable LineTerms line(int i) {
    return i < lines.size() ? lines.get(i) : null;
  }

  /** Whether packets can go between us and this side over such a line. */
  boolean usable(LineTerms line) {
    return line.usable() && line.reachableFrom(terms.local());
  }

  /**
   * This end of a line.
   *
   * @param mine what this side says of it; null when it said nothing yet
   * @param others what the other side says of it; null likewise
   */
  MediaSide end(int i, @Nullable LineTerms mine, @Nullable LineTerms others) {
    return new MediaSide(
        terms.localAddress(),
        terms.ports(),
        remote(i, mine),
        (mine == null || mine.direction().sends())
            && (others == null || others.direction().receives()),
        (mine == null || mine.direction().receives())
            && (others == null || others.direction().sends()),
        mine != null && mine.rtcpMux(),
        new SourceRule(terms.strict(), terms.trusted()),
        terms.dscp(),
        formats(mine, others));
  }

  /** This end of a line that is refused. */
  MediaSide closed() {
    return new MediaSide(
        terms.localAddress(),
        terms.ports(),
        null,
        false,
        false,
        false,
        new SourceRule(terms.strict(), terms.trusted()),
        terms.dscp(),
        List.of());
  }

  /** The older form of hold names no address: what was known before stays known. */
  private @Nullable Remote remote(int i, @Nullable LineTerms mine) {
    while (remotes.size() <= i) {
      remotes.add(null);
    }
    NetworkAddress address = mine == null ? null : mine.address();
    if (mine != null && address != null) {
      remotes.set(i, new Remote(address.host(), mine.rtpPort(), mine.rtcpPort()));
    }
    return remotes.get(i);
  }

  /** What this side may send: what the other understands, and then what it named itself. */
  private static List<PayloadFormat> formats(@Nullable LineTerms mine, @Nullable LineTerms others) {
    List<PayloadFormat> formats = new ArrayList<>();
    add(formats, others);
    add(formats, mine);
    return formats;
  }

  private static void add(List<PayloadFormat> formats, @Nullable LineTerms line) {
    if (line == null) {
      return;
    }
    for (MediaFormat format : line.formats()) {
      boolean known =
          formats.stream().anyMatch(other -> other.payloadType() == format.payloadType());
      if (!known) {
        formats.add(new PayloadFormat(format.payloadType(), format.encoding(), format.clockRate()));
      }
    }
  }

  static MediaLine.Kind kind(@Nullable LineTerms line) {
    if (line == null || line.carriage() != Carriage.RTP) {
      return MediaLine.Kind.OTHER;
    }
    // Text over RTP is counted like pictures: there is nothing to hear in it.
    return line.type().equals("audio") ? MediaLine.Kind.AUDIO : MediaLine.Kind.VIDEO;
  }
}
