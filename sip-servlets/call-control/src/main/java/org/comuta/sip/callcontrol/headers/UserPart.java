package org.comuta.sip.callcontrol.headers;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The number or user of a SIP, SIPS or TEL URI (RFC 3261 section 19.1, RFC 3966), and its way back
 * into one. Plain text both ways: what it does not understand becomes the empty text.
 */
public final class UserPart {
  private static final int LONGEST = 128;
  private static final String UNESCAPED = "-_.!~*'()+&=$,";

  private UserPart() {}

  /** The user of this URI, parameters and password removed, escapes resolved; empty if none. */
  public static String of(String uri) {
    int colon = uri.indexOf(':');
    if (colon < 0) {
      return "";
    }
    String scheme = uri.substring(0, colon);
    String rest = uri.substring(colon + 1);
    if (scheme.equalsIgnoreCase("tel")) {
      return clean(upTo(upTo(rest, ';'), '?'));
    }
    if (!scheme.equalsIgnoreCase("sip") && !scheme.equalsIgnoreCase("sips")) {
      return "";
    }
    int at = rest.indexOf('@');
    return at < 0 ? "" : clean(upTo(upTo(rest.substring(0, at), ';'), ':'));
  }

  /** This user as it stands in a SIP URI. */
  public static String escape(String user) {
    return needsNoEscape(user) ? user : escaped(user);
  }

  private static boolean needsNoEscape(String user) {
    for (int i = 0; i < user.length(); i++) {
      if (!isUnescaped(user.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUnescaped(char character) {
    return character < 128
        && (Character.isLetterOrDigit(character) || UNESCAPED.indexOf(character) >= 0);
  }

  private static String escaped(String user) {
    StringBuilder escaped = new StringBuilder(user.length());
    for (byte octet : user.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (octet & 0xFF);
      if (isUnescaped(character)) {
        escaped.append(character);
      } else {
        escaped.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
      }
    }
    return escaped.toString();
  }

  private static String upTo(String text, char end) {
    int index = text.indexOf(end);
    return index < 0 ? text : text.substring(0, index);
  }

  private static String clean(String user) {
    return isPlain(user) ? user : cleaned(user);
  }

  /** Whether it is short and of visible ASCII without escapes, as nearly all are. */
  private static boolean isPlain(String user) {
    for (int i = 0; i < user.length(); i++) {
      char character = user.charAt(i);
      if (character <= ' ' || character >= 127 || character == '%') {
        return false;
      }
    }
    return user.length() <= LONGEST;
  }

  private static String cleaned(String user) {
    String plain = user.indexOf('%') < 0 ? user : unescape(user);
    StringBuilder clean = new StringBuilder(plain.length());
    plain
        .codePoints()
        .filter(point -> !Character.isISOControl(point) && !Character.isWhitespace(point))
        .limit(LONGEST)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static String unescape(String user) {
    byte[] from = user.getBytes(StandardCharsets.UTF_8);
    ByteBuffer to = ByteBuffer.allocate(from.length);
    for (int i = 0; i < from.length; i++) {
      if (from[i] == '%'
          && i + 2 < from.length
          && HexFormat.isHexDigit(from[i + 1])
          && HexFormat.isHexDigit(from[i + 2])) {
        to.put(
            (byte)
                (HexFormat.fromHexDigit(from[i + 1]) * 16 + HexFormat.fromHexDigit(from[i + 2])));
        i += 2;
      } else {
        to.put(from[i]);
      }
    }
    return new String(to.array(), 0, to.position(), StandardCharsets.UTF_8);
  }
}
