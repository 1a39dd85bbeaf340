package org.comuta.sip.callcontrol.sdp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The session descriptions one leg is sent (RFC 8866), told as our own: the origin line names our
 * address and session, and its version grows by one with each change (RFC 3264 section 8). Session
 * name, information, contacts and tool of the other side are taken out; connection and media lines
 * stay, so that media go directly. Confined to the lane of its call.
 */
public final class OriginLine {
  private final String address;
  private final long session = ThreadLocalRandom.current().nextLong(1, 1L << 53);
  private long version;
  private String described = "";

  /**
   * @param address our address as this side may know it, IPv4 or IPv6, without brackets
   */
  public OriginLine(String address) {
    this.address = address;
  }

  /** This description as ours. An empty one stays empty. Never throws. */
  public byte[] rewrite(byte[] sdp) {
    if (sdp.length == 0) {
      return sdp;
    }
    List<String> kept = keep(new String(sdp, StandardCharsets.ISO_8859_1));
    String rest = kept.isEmpty() ? "" : String.join("\r\n", kept) + "\r\n";
    if (version == 0 || !rest.equals(described)) {
      version++;
      described = rest;
    }
    String family = address.indexOf(':') >= 0 ? "IP6" : "IP4";
    String text =
        "v=0\r\no=- %d %d IN %s %s\r\ns=-\r\n".formatted(session, version, family, address) + rest;
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static List<String> keep(String sdp) {
    List<String> kept = new ArrayList<>(24);
    boolean inMedia = false;
    for (String line : sdp.split("\\r\\n|\\n|\\r", -1)) {
      inMedia |= line.startsWith("m=");
      if (!line.isBlank() && !tellsOrigin(line, inMedia)) {
        kept.add(line);
      }
    }
    return kept;
  }

  private static boolean tellsOrigin(String line, boolean inMedia) {
    if (line.length() < 2 || line.charAt(1) != '=') {
      return true;
    }
    return switch (line.charAt(0)) {
      case 'v', 'o', 's', 'u', 'e', 'p' -> true;
      case 'i' -> !inMedia;
      case 'a' -> line.startsWith("a=tool:");
      default -> false;
    };
  }
}
