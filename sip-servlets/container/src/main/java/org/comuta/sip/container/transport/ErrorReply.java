package org.comuta.sip.container.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request that cannot be parsed (RFC 3261 21.4.1, 21.5.6). It is made of the header
 * lines that a response must repeat, taken as they are, and is never longer than the request but
 * for a few octets.
 */
final class ErrorReply {

  private ErrorReply() {}

  /** Null when no answer is due or possible: for responses, ACK, and where a header is missing. */
  static byte @Nullable [] to(byte[] message, int length, int status, String reason) {
    String text = new String(message, 0, length, ISO_8859_1).stripLeading();
    if (text.startsWith("SIP/") || text.startsWith("ACK ")) {
      return null;
    }
    StringBuilder vias = new StringBuilder();
    String[] needed = new String[4];
    String[] lines = text.split("\r?\n", -1);
    for (int i = 1; i < lines.length && !lines[i].isEmpty(); i++) {
      StringBuilder line = new StringBuilder(lines[i]);
      while (i + 1 < lines.length
          && (lines[i + 1].startsWith(" ") || lines[i + 1].startsWith("\t"))) {
        line.append(' ').append(lines[++i].strip());
      }
      int colon = line.indexOf(":");
      if (colon < 0) {
        continue;
      }
      String value = line.substring(colon + 1).strip();
      switch (line.substring(0, colon).strip().toLowerCase(Locale.ROOT)) {
        case "via", "v" -> vias.append("Via: ").append(value).append("\r\n");
        case "from", "f" -> needed[0] = "From: " + value;
        case "to", "t" -> needed[1] = "To: " + tagged(value);
        case "call-id", "i" -> needed[2] = "Call-ID: " + value;
        case "cseq" -> needed[3] = "CSeq: " + value;
        default -> {}
      }
    }
    if (vias.isEmpty()) {
      return null;
    }
    StringBuilder reply = new StringBuilder(length + 64);
    reply.append("SIP/2.0 ").append(status).append(' ').append(reason).append("\r\n").append(vias);
    for (String header : needed) {
      if (header == null) {
        return null;
      }
      reply.append(header).append("\r\n");
    }
    return reply.append("Content-Length: 0\r\n\r\n").toString().getBytes(ISO_8859_1);
  }

  private static String tagged(String to) {
    return to.toLowerCase(Locale.ROOT).contains(";tag=")
        ? to
        : to + ";tag=" + Long.toHexString(ThreadLocalRandom.current().nextLong());
  }
}
