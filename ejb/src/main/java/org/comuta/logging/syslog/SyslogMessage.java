package org.comuta.logging.syslog;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A message of syslog, RFC 5424. Whatever is in it, its octets are a message as the RFC has it:
 * what a field must not hold is replaced. Immutable.
 *
 * @param severity 0 to 7
 * @param hostName empty for none, like all that follow
 * @param elements of the structured data
 * @param text the message itself
 * @param marked whether it says by a byte order mark that it is UTF-8
 */
record SyslogMessage(
    SyslogFacility facility,
    int severity,
    OffsetDateTime at,
    String hostName,
    String application,
    String process,
    String kind,
    List<Element> elements,
    String text,
    boolean marked) {
  private static final String NIL = "-";
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final int LONGEST_HOST = 255;
  private static final int LONGEST_APPLICATION = 48;
  private static final int LONGEST_PROCESS = 128;
  private static final int LONGEST_KIND = 32;
  private static final int LONGEST_NAME = 32;

  /** RFC 5424 6.2.3: at most six digits of a second, and {@code Z} or an offset with a colon. */
  private static final DateTimeFormatter MOMENT =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
          .appendFraction(ChronoField.MICRO_OF_SECOND, 3, 6, true)
          .appendOffset("+HH:MM", "Z")
          .toFormatter(Locale.ROOT);

  SyslogMessage {
    elements = List.copyOf(elements);
  }

  /**
   * One element of structured data, RFC 5424 6.3.
   *
   * @param id registered name, or one with the number of an enterprise
   */
  record Element(String id, Map<String, String> parameters) {
    Element {
      parameters = new LinkedHashMap<>(parameters);
    }

    private void write(StringBuilder out) {
      out.append('[').append(name(id));
      parameters.forEach(
          (parameter, value) ->
              out.append(' ')
                  .append(name(parameter))
                  .append("=\"")
                  .append(escaped(value))
                  .append('"'));
      out.append(']');
    }

    /** RFC 5424 6.3.3: three characters have a backslash before them. */
    private static String escaped(String value) {
      return whole(value).replace("\\", "\\\\").replace("\"", "\\\"").replace("]", "\\]");
    }

    private static String name(String name) {
      return printable(name.replaceAll("[= \\]\"]", "_"), LONGEST_NAME);
    }
  }

  /**
   * The message as it is sent; when it is longer than allowed, the end of the text is cut off.
   *
   * @param most octets; the header always goes whole
   */
  byte[] octets(int most) {
    StringBuilder header = new StringBuilder();
    header
        .append('<')
        .append(facility.priority(severity))
        .append(">1 ")
        .append(MOMENT.format(at))
        .append(' ')
        .append(printable(hostName, LONGEST_HOST))
        .append(' ')
        .append(printable(application, LONGEST_APPLICATION))
        .append(' ')
        .append(printable(process, LONGEST_PROCESS))
        .append(' ')
        .append(printable(kind, LONGEST_KIND))
        .append(' ');
    if (elements.isEmpty()) {
      header.append(NIL);
    }
    elements.forEach(element -> element.write(header));
    ByteArrayOutputStream octets = new ByteArrayOutputStream(256);
    octets.writeBytes(header.toString().getBytes(StandardCharsets.UTF_8));
    if (!text.isEmpty()) {
      octets.write(' ');
      if (marked) {
        octets.writeBytes(BYTE_ORDER_MARK);
      }
      byte[] message = whole(text).getBytes(StandardCharsets.UTF_8);
      octets.write(message, 0, fitting(message, most - octets.size()));
    }
    return octets.toByteArray();
  }

  /** How many octets of it are at most so many, and no part of a character. */
  private static int fitting(byte[] message, int most) {
    if (message.length <= most) {
      return message.length;
    }
    int end = Math.max(0, most);
    while (end > 0 && (message[end] & 0xC0) == 0x80) {
      end--;
    }
    return end;
  }

  /** Characters of printable ASCII only, RFC 5424 6: PRINTUSASCII; a dash for nothing. */
  private static String printable(String field, int longest) {
    String cut = field.length() > longest ? field.substring(0, longest) : field;
    StringBuilder printed = new StringBuilder(cut.length());
    cut.chars().forEach(c -> printed.append(c > ' ' && c < 127 ? (char) c : '_'));
    return printed.isEmpty() ? NIL : printed.toString();
  }

  /** Without NUL, which RFC 5424 6.4 advises against; half characters become question marks. */
  private static String whole(String text) {
    return text.replace('\0', ' ');
  }
}
