package org.comuta.sdp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one description (RFC 8866). The order of lines within a section is not asked for, because
 * devices in use do not keep to it; everything else that is wrong is refused. Reads at most {@link
 * #LONGEST} octets, once. Confined to the call that reads.
 */
public final class SdpReader {
  /** Longest description that is read, in octets. */
  public static final int LONGEST = 32 * 1024;

  /** Most lines of media. */
  public static final int MOST_MEDIA = 16;

  private static final int MOST_LINES = 1_000;

  private final String text;
  private final List<Bandwidth> bandwidths = new ArrayList<>(1);
  private final List<Attribute> attributes = new ArrayList<>(4);
  private final List<MediaDescription> media = new ArrayList<>(2);
  private int line;
  private @Nullable Origin origin;
  private @Nullable NetworkAddress connection;
  private @Nullable MediaSection section;

  private SdpReader(String text) {
    this.text = text;
  }

  /**
   * The description these octets are.
   *
   * @throws SdpException when they are none; nothing else is ever thrown
   */
  public static SessionDescription read(byte[] octets) throws SdpException {
    if (octets.length > LONGEST) {
      throw new SdpException(0, "description of " + octets.length + " octets");
    }
    return new SdpReader(new String(octets, StandardCharsets.ISO_8859_1)).read();
  }

  private SessionDescription read() throws SdpException {
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      int last = end > start && text.charAt(end - 1) == '\r' ? end - 1 : end;
      line++;
      if (line > MOST_LINES) {
        throw new SdpException(line, "more than " + MOST_LINES + " lines");
      }
      try {
        // Lines of nothing stand at the end of many descriptions.
        if (last > start) {
          line(text.substring(start, last));
        }
      } catch (IllegalArgumentException e) {
        throw new SdpException(line, String.valueOf(e.getMessage()));
      }
      start = end + 1;
    }
    closeSection();
    if (origin == null) {
      throw new SdpException(0, line == 0 ? "empty description" : "description without origin");
    }
    return new SessionDescription(origin, connection, bandwidths, attributes, media);
  }

  private void line(String content) {
    if (content.length() < 2 || content.charAt(1) != '=') {
      throw wrong("no line of a description");
    }
    char type = content.charAt(0);
    String value = content.substring(2);
    if ((line == 1) != (type == 'v')) {
      throw wrong("the version must stand first, and only there");
    }
    switch (type) {
      case 'v' -> require(value.equals("0"), "version is not 0");
      case 'o' -> origin(value);
      case 's', 'u', 'e', 'p', 't', 'r', 'z' -> require(section == null, "belongs to the session");
      // Titles and keys may stand in both; nothing of them passes.
      case 'i', 'k' -> {}
      case 'c' -> connection(value);
      case 'b' -> bandwidth(value);
      case 'a' -> attribute(value);
      case 'm' -> {
        closeSection();
        require(media.size() < MOST_MEDIA, "more than " + MOST_MEDIA + " media lines");
        section = MediaSection.of(value);
      }
      default -> throw wrong("unknown line");
    }
  }

  private void origin(String value) {
    require(origin == null && section == null, "a second origin");
    String[] words = value.strip().split(" +", 7);
    require(words.length == 6, "origin of six words is needed");
    require(words[3].equals("IN"), "origin of an unknown network");
    origin = new Origin(words[0], words[1], words[2], new NetworkAddress(words[4], words[5]));
  }

  private void connection(String value) {
    String[] words = value.strip().split(" +", 4);
    require(words.length == 3 && words[0].equals("IN"), "connection of three words is needed");
    NetworkAddress address = new NetworkAddress(words[1], words[2]);
    if (section != null) {
      section.connection(address);
    } else {
      require(connection == null, "a second connection");
      connection = address;
    }
  }

  private void bandwidth(String value) {
    int colon = value.indexOf(':');
    require(colon > 0 && value.length() - colon <= 11, "no proper bandwidth");
    String amount = value.substring(colon + 1).strip();
    require(
        !amount.isEmpty() && amount.chars().allMatch(c -> c >= '0' && c <= '9'),
        "no proper bandwidth");
    Bandwidth limit = new Bandwidth(value.substring(0, colon), Long.parseLong(amount));
    (section == null ? bandwidths : section.bandwidths).add(limit);
  }

  private void attribute(String value) {
    int colon = value.indexOf(':');
    Attribute attribute =
        colon < 0
            ? Attribute.of(value.stripTrailing())
            : Attribute.of(value.substring(0, colon), value.substring(colon + 1).strip());
    (section == null ? attributes : section.attributes).add(attribute);
  }

  private void closeSection() {
    if (section != null) {
      media.add(section.close());
      section = null;
    }
  }

  private static void require(boolean fulfilled, String complaint) {
    if (!fulfilled) {
      throw wrong(complaint);
    }
  }

  private static IllegalArgumentException wrong(String complaint) {
    return new IllegalArgumentException(complaint);
  }

  /** A media line while what belongs to it is read. */
  private static final class MediaSection {
    private final MediaDescription line;
    private final List<Bandwidth> bandwidths = new ArrayList<>(1);
    private final List<Attribute> attributes = new ArrayList<>(8);
    private @Nullable NetworkAddress connection;

    private MediaSection(MediaDescription line) {
      this.line = line;
    }

    static MediaSection of(String value) {
      String[] words = value.strip().split(" +", MediaDescription.MOST_FORMATS + 4);
      require(words.length >= 4, "media line of four words at least is needed");
      int stroke = words[1].indexOf('/');
      String port = stroke < 0 ? words[1] : words[1].substring(0, stroke);
      int count = stroke < 0 ? 1 : number(words[1].substring(stroke + 1));
      return new MediaSection(
          new MediaDescription(
              words[0],
              number(port),
              count,
              words[2],
              List.of(words).subList(3, words.length),
              null,
              List.of(),
              List.of()));
    }

    private static int number(String text) {
      boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
      require(digits && !text.isEmpty() && text.length() <= 5, "no proper port");
      return Integer.parseInt(text);
    }

    /** Only groups have more than one, and no group is ever used: the first counts. */
    void connection(NetworkAddress address) {
      if (connection == null) {
        connection = address;
      }
    }

    MediaDescription close() {
      return new MediaDescription(
          line.type(),
          line.port(),
          line.portCount(),
          line.protocol(),
          line.formats(),
          connection,
          bandwidths,
          attributes);
    }
  }
}
