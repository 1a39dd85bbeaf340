package org.comuta.sip.callcontrol.sdp;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import org.comuta.sdp.SdpWriter;
import org.comuta.sdp.SessionDescription;

/**
 * The session descriptions one leg is sent (RFC 8866), told as our own: the origin line names our
 * address and session, and its version grows by one with each change (RFC 3264 section 8). Session
 * name, information, contacts and tool of the other side are taken out; connection and media lines
 * stay, so that media that bypass the exchange go directly. Confined to the lane of its call.
 */
public final class OriginLine implements DescriptionRewrite {
  private final String address;
  private final long session;
  private long version;
  private long fingerprint;

  /**
   * @param address our address as this side may know it, IPv4 or IPv6, without brackets
   */
  public OriginLine(String address) {
    this(address, ThreadLocalRandom.current().nextLong(1, 1L << 53), 0, 0);
  }

  /** Goes on with the descriptions that an earlier process sent. */
  public OriginLine(String address, long session, long version, long fingerprint) {
    this.address = address;
    this.session = session;
    this.version = version;
    this.fingerprint = fingerprint;
  }

  /** Session identifier of the descriptions. */
  public long session() {
    return session;
  }

  /** Version of the last one; 0 before the first. */
  public long version() {
    return version;
  }

  /** Tells whether a next one says something else than the last. */
  public long fingerprint() {
    return fingerprint;
  }

  /** This description as ours. An empty one stays empty. Never throws. */
  @Override
  public byte[] rewrite(byte[] sdp) {
    return sdp.length == 0 ? sdp : tell(keep(new String(sdp, StandardCharsets.ISO_8859_1)));
  }

  /** This description, which is ours already but for who tells it. */
  public byte[] tell(SessionDescription ours) {
    return tell(SdpWriter.contents(ours));
  }

  private byte[] tell(String rest) {
    long print = fingerprintOf(rest);
    if (version == 0 || print != fingerprint) {
      version++;
      fingerprint = print;
    }
    String family = address.indexOf(':') >= 0 ? " IN IP6 " : " IN IP4 ";
    String head = "v=0\r\no=- " + session + ' ' + version + family + address + "\r\ns=-\r\n";
    return (head + rest).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** FNV-1a of 64 bits: two descriptions of one call do not meet by chance. */
  private static long fingerprintOf(String text) {
    long print = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      print = (print ^ text.charAt(i)) * 0x100000001B3L;
    }
    return print;
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
