package org.comuta.sdp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a payload type stands for (RFC 8866 section 6.6, RFC 3551 section 6).
 *
 * @param encoding in upper case, such as {@code PCMA}
 * @param clockRate in Hz
 */
public record MediaFormat(int payloadType, String encoding, int clockRate) {
  static final int HIGHEST = 127;

  private static final Pattern MAPPING =
      Pattern.compile("(\\d{1,3}) +([!#-'*+\\-.0-9A-Z^-~]{1,64})/(\\d{1,6})(?:/\\d{1,3})?");

  /** The formats of a line of RTP that are understood, in its order. */
  public static List<MediaFormat> of(MediaDescription line) {
    Map<Integer, MediaFormat> mapped = new HashMap<>();
    for (Attribute attribute : line.attributes()) {
      MediaFormat format = attribute.name().equals("rtpmap") ? mapping(attribute.value()) : null;
      if (format != null) {
        mapped.putIfAbsent(format.payloadType, format);
      }
    }
    List<MediaFormat> formats = new ArrayList<>(line.formats().size());
    for (String text : line.formats()) {
      int payloadType = payloadType(text);
      MediaFormat format = mapped.get(payloadType);
      if (format == null) {
        format = fixed(payloadType);
      }
      if (format != null && !formats.contains(format)) {
        formats.add(format);
      }
    }
    return formats;
  }

  /** The payload type this text is; negative when it is none. */
  static int payloadType(String text) {
    if (text.isEmpty() || text.length() > 3) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value <= HIGHEST ? value : -1;
  }

  /** What an rtpmap says; null when it says nothing proper. */
  static @Nullable MediaFormat mapping(@Nullable String text) {
    if (text == null) {
      return null;
    }
    Matcher matcher = MAPPING.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    int payloadType = payloadType(matcher.group(1));
    int clockRate = Integer.parseInt(matcher.group(3));
    String encoding = matcher.group(2).toUpperCase(Locale.ROOT);
    return payloadType < 0 || clockRate == 0
        ? null
        : new MediaFormat(payloadType, encoding, clockRate);
  }

  /** The payload types that need no rtpmap: RFC 3551 tables 4 and 5. */
  private static @Nullable MediaFormat fixed(int payloadType) {
    return switch (payloadType) {
      case 0 -> new MediaFormat(0, "PCMU", 8_000);
      case 3 -> new MediaFormat(3, "GSM", 8_000);
      case 4 -> new MediaFormat(4, "G723", 8_000);
      case 5 -> new MediaFormat(5, "DVI4", 8_000);
      case 6 -> new MediaFormat(6, "DVI4", 16_000);
      case 7 -> new MediaFormat(7, "LPC", 8_000);
      case 8 -> new MediaFormat(8, "PCMA", 8_000);
      case 9 -> new MediaFormat(9, "G722", 8_000);
      case 10, 11 -> new MediaFormat(payloadType, "L16", 44_100);
      case 12 -> new MediaFormat(12, "QCELP", 8_000);
      case 13 -> new MediaFormat(13, "CN", 8_000);
      case 14 -> new MediaFormat(14, "MPA", 90_000);
      case 15 -> new MediaFormat(15, "G728", 8_000);
      case 16 -> new MediaFormat(16, "DVI4", 11_025);
      case 17 -> new MediaFormat(17, "DVI4", 22_050);
      case 18 -> new MediaFormat(18, "G729", 8_000);
      case 25 -> new MediaFormat(25, "CELB", 90_000);
      case 26 -> new MediaFormat(26, "JPEG", 90_000);
      case 28 -> new MediaFormat(28, "NV", 90_000);
      case 31 -> new MediaFormat(31, "H261", 90_000);
      case 32 -> new MediaFormat(32, "MPV", 90_000);
      case 33 -> new MediaFormat(33, "MP2T", 90_000);
      case 34 -> new MediaFormat(34, "H263", 90_000);
      default -> null;
    };
  }
}
