package org.comuta.sip.callcontrol.sdp;

import java.nio.charset.StandardCharsets;
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
    String rest = keep(new String(sdp, StandardCharsets.ISO_8859_1));
    if (version == 0 || !rest.equals(described)) {
      version++;
      described = rest;
    }
    String family = address.indexOf(':') >= 0 ? " IN IP6 " : " IN IP4 ";
    String head = "v=0\r\no=- " + session + ' ' + version + family + address + "\r\ns=-\r\n";
    return (head + rest).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String keep(String sdp) {
    StringBuilder kept = new StringBuilder(sdp.length() + 2);
    boolean inMedia = false;
    int start = 0;
    while (start < sdp.length()) {
      int end = endOfLine(sdp, start);
      String line = sdp.substring(start, end);
      inMedia |= line.startsWith("m=");
      if (!line.isBlank() && !tellsOrigin(line, inMedia)) {
        kept.append(line).append("\r\n");
      }
      start = end + 1;
    }
    return kept.toString();
  }

  /** Where the next CR or LF stands; both together make one line and an empty one. */
  private static int endOfLine(String sdp, int start) {
    int end = start;
    while (end < sdp.length() && sdp.charAt(end) != '\r' && sdp.charAt(end) != '\n') {
      end++;
    }
    return end;
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
