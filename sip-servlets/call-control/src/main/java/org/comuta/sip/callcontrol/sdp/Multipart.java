package org.comuta.sip.callcontrol.sdp;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bodies of several parts (RFC 2046 section 5.1, RFC 5621): each part passes by itself. */
final class Multipart {
  private static final int MOST_PARTS = 10;
  private static final Pattern BOUNDARY =
      Pattern.compile(
          ";\\s*boundary\\s*=\\s*(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))",
          Pattern.CASE_INSENSITIVE);
  private static final Set<String> PASSED =
      Set.of("content-type", "content-disposition", "content-id", "content-transfer-encoding");

  private Multipart() {}

  static Body rewrite(Body body, DescriptionRewrite rewrite) throws UnacceptableBodyException {
    Matcher matcher = BOUNDARY.matcher(body.type());
    if (!matcher.find()) {
      throw new UnacceptableBodyException(400, "multipart body without boundary");
    }
    String boundary = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    String text = "\r\n" + new String(body.octets(), StandardCharsets.ISO_8859_1);
    String[] parts = text.split(Pattern.quote("\r\n--" + boundary), MOST_PARTS + 3);
    if (parts.length < 3
        || parts.length > MOST_PARTS + 2
        || !parts[parts.length - 1].startsWith("--")) {
      throw new UnacceptableBodyException(400, "multipart body of broken parts");
    }
    StringBuilder passed = new StringBuilder(text.length());
    for (int i = 1; i < parts.length - 1; i++) {
      passed.append("--").append(boundary).append("\r\n").append(part(parts[i], rewrite));
    }
    passed.append("--").append(boundary).append("--\r\n");
    return new Body(
        passed.toString().getBytes(StandardCharsets.ISO_8859_1),
        body.mediaType() + ";boundary=\"" + boundary + '"');
  }

  private static String part(String text, DescriptionRewrite rewrite)
      throws UnacceptableBodyException {
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new UnacceptableBodyException(400, "multipart body with a part that has no end");
    }
    StringBuilder headers = new StringBuilder(128);
    String type = "text/plain";
    for (String line : text.substring(0, end).split("\r\n", -1)) {
      int colon = line.indexOf(':');
      String name = colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      if (name.equals("content-type")) {
        type = line.substring(colon + 1).strip();
      } else if (PASSED.contains(name)) {
        headers.append(line).append("\r\n");
      }
    }
    if (Body.mediaTypeOf(type).startsWith("multipart/")) {
      throw new UnacceptableBodyException(415, "multipart body within another");
    }
    byte[] octets = text.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1);
    Body inner = new Body(octets, type).towards(rewrite);
    return "Content-Type: "
        + inner.type()
        + "\r\n"
        + headers
        + "\r\n"
        + new String(inner.octets(), StandardCharsets.ISO_8859_1)
        + "\r\n";
  }
}
