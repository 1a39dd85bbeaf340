package org.comuta.sdp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session description as far as it is understood: what else it said was read and forgotten.
 *
 * @param connection null when each line tells its own
 * @param media in their order; a line keeps its place for the whole session
 */
public record SessionDescription(
    Origin origin,
    @Nullable NetworkAddress connection,
    List<Bandwidth> bandwidths,
    List<Attribute> attributes,
    List<MediaDescription> media) {

  public SessionDescription {
    bandwidths = List.copyOf(bandwidths);
    attributes = List.copyOf(attributes);
    media = List.copyOf(media);
  }

  /** Where the packets of this line are wanted; null when nothing says so. */
  public @Nullable NetworkAddress connectionOf(MediaDescription line) {
    return line.connection() == null ? connection : line.connection();
  }

  /**
   * Which way the media of this line goes. An address of zeroes, the older form of hold, takes
   * receiving away (RFC 3264 section 8.4).
   */
  public Direction directionOf(MediaDescription line) {
    Direction told = direction(line.attributes(), direction(attributes, Direction.SENDRECV));
    NetworkAddress address = connectionOf(line);
    return address != null && address.isUnspecified() ? told.deaf() : told;
  }

  private static Direction direction(List<Attribute> attributes, Direction otherwise) {
    for (Attribute attribute : attributes) {
      if (attribute.value() == null) {
        Direction direction = Direction.of(attribute.name()).orElse(null);
        if (direction != null) {
          return direction;
        }
      }
    }
    return otherwise;
  }
}
