package org.comuta.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns what one side describes into what we tell the other: our address, our ports, and of the
 * rest only what is understood. Pure functions; any thread.
 */
public final class Relaying {
  /** Bandwidths that say something of media and nothing of a place. */
  private static final Set<String> BANDWIDTHS = Set.of("AS", "TIAS", "CT", "RS", "RR");

  private Relaying() {}

  /**
   * What we tell the other side.
   *
   * @param theirs what one side describes
   * @param ourAddress ours towards the other side
   * @param lines what we tell of each line of theirs, in their order
   */
  public static SessionDescription ours(
      SessionDescription theirs, NetworkAddress ourAddress, List<OurLine> lines) {
    if (lines.size() != theirs.media().size()) {
      throw new IllegalArgumentException("one line of ours for each of theirs");
    }
    List<MediaDescription> media = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      MediaDescription line = theirs.media().get(i);
      OurLine our = lines.get(i);
      media.add(our.rtpPort() == 0 ? refused(line) : ours(theirs, line, our));
    }
    return new SessionDescription(
        Origin.NOBODY, ourAddress, passed(theirs.bandwidths()), List.of(), media);
  }

  private static MediaDescription ours(
      SessionDescription theirs, MediaDescription line, OurLine our) {
    List<Attribute> attributes = new ArrayList<>(PassedAttributes.of(theirs, line));
    if (line.isRtp()) {
      attributes.add(Attribute.of(our.direction().word()));
      if (our.rtcpMux()) {
        attributes.add(Attribute.of("rtcp-mux"));
      }
      if (our.rtcpPort() != our.rtpPort() + 1 && our.rtcpPort() != our.rtpPort()) {
        attributes.add(Attribute.of("rtcp", Integer.toString(our.rtcpPort())));
      }
    } else if (our.direction() != Direction.SENDRECV) {
      attributes.add(Attribute.of(our.direction().word()));
    }
    return new MediaDescription(
        line.type(),
        our.rtpPort(),
        1,
        line.protocol(),
        line.formats(),
        null,
        passed(line.bandwidths()),
        attributes);
  }

  private static List<Bandwidth> passed(List<Bandwidth> bandwidths) {
    return bandwidths.stream().filter(limit -> BANDWIDTHS.contains(limit.type())).toList();
  }

  /** A line that is refused, or was taken back: it keeps its place (RFC 3264 sections 6, 8.2). */
  private static MediaDescription refused(MediaDescription line) {
    return new MediaDescription(
        line.type(), 0, 1, line.protocol(), line.formats(), null, List.of(), List.of());
  }

  /**
   * An answer as it should be: a line for each one offered, of its type (RFC 3264 section 6). What
   * is missing, or of another type, is refused; what was not offered goes.
   */
  public static SessionDescription answering(SessionDescription offer, SessionDescription answer) {
    List<MediaDescription> media = new ArrayList<>(offer.media().size());
    for (int i = 0; i < offer.media().size(); i++) {
      MediaDescription offered = offer.media().get(i);
      MediaDescription line = i < answer.media().size() ? answer.media().get(i) : null;
      boolean fits = line != null && offered.port() != 0 && line.type().equals(offered.type());
      media.add(fits && line != null ? line : refused(offered));
    }
    return with(answer, media);
  }

  /**
   * An offer that keeps a place for each line the other side described before (RFC 3264 section 8).
   */
  public static SessionDescription keepingLines(
      SessionDescription offer, @Nullable SessionDescription before) {
    if (before == null || offer.media().size() >= before.media().size()) {
      return offer;
    }
    List<MediaDescription> media = new ArrayList<>(offer.media());
    before.media().subList(media.size(), before.media().size()).stream()
        .map(Relaying::refused)
        .forEach(media::add);
    return with(offer, media);
  }

  /** The same with so many lines at most. */
  public static SessionDescription firstLines(SessionDescription description, int count) {
    return description.media().size() <= count
        ? description
        : with(description, description.media().subList(0, count));
  }

  private static SessionDescription with(
      SessionDescription description, List<MediaDescription> media) {
    return new SessionDescription(
        description.origin(),
        description.connection(),
        description.bandwidths(),
        description.attributes(),
        media);
  }
}
