package org.comuta.description;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.comuta.network.Addresses;
import org.comuta.network.HostPort;
import org.comuta.network.MailAddresses;
import org.comuta.number.InvalidPatternException;
import org.comuta.number.NumberFilter;
import org.comuta.number.NumberRewrite;
import org.jspecify.annotations.Nullable;

/** Checks what a text must look like. */
final class SyntaxCheck {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9*#]{1,32}");

  // A record line may hold tabs; nothing else in it may move the cursor.
  private static final Pattern RECORD_LINE =
      Pattern.compile("(?:[^$]|\\$(?!\\{)|\\$\\{[A-Za-z][A-Za-z0-9_]*(?::[^}]*)?\\})*+");

  private SyntaxCheck() {}

  /**
   * What is wrong with a text.
   *
   * @param end of a sentence that begins with the field
   * @param rule what says so, where the syntax alone does not; null where it does
   * @param position of the character at fault, for the rule; 1 is the first
   */
  record Complaint(String end, @Nullable Rule rule, int position) {}

  /** What is wrong; null when nothing is. */
  static @Nullable Complaint complaint(Syntax syntax, String text) {
    if (syntax == Syntax.CERTIFICATES || syntax == Syntax.PRIVATE_KEY) {
      return ofLines(syntax, text);
    }
    Complaint unprintable = unprintable(text, syntax == Syntax.RECORD_LINE);
    if (unprintable != null) {
      return unprintable;
    }
    if (text.isEmpty()) {
      return null;
    }
    return switch (syntax) {
      case TEXT, CERTIFICATES, PRIVATE_KEY -> null;
      case NUMBER_FILTER -> filter(text);
      case NUMBER_REWRITE -> rewrite(text);
      case RECORD_LINE ->
          RECORD_LINE.matcher(text).matches()
              ? null
              : new Complaint(
                  "has a ${ that is not ${field} or ${field:pattern}", Rule.LINE_UNFINISHED, 0);
      case NAME, HOST, ADDRESS, HOST_PORT, NUMBER, MAIL_ADDRESS, TIME_ZONE -> {
        String end = ofForm(syntax, text);
        yield end == null ? null : new Complaint(end, null, 0);
      }
    };
  }

  private static @Nullable Complaint ofLines(Syntax syntax, String text) {
    String end =
        syntax == Syntax.CERTIFICATES
            ? CertificatesCheck.complaint(text)
            : PrivateKeyCheck.complaint(text);
    return end == null ? null : new Complaint(end, null, 0);
  }

  private static @Nullable String ofForm(Syntax syntax, String text) {
    return switch (syntax) {
      case NAME -> name(text);
      case HOST ->
          Addresses.isHost(text)
              ? null
              : "must be a host name, an IPv4 or an IPv6 address (without brackets)";
      case ADDRESS ->
          Addresses.isAddress(text)
              ? null
              : "must be an IPv4 or an IPv6 address (without brackets)";
      case HOST_PORT ->
          HostPort.parse(text) != null ? null : "must be HOST, HOST:PORT or [IPv6]:PORT";
      case NUMBER ->
          NUMBER.matcher(text).matches()
              ? null
              : "must be a number as it is dialled: 1 to 32 digits, '*' and '#', perhaps after '+'";
      case MAIL_ADDRESS ->
          MailAddresses.isAddress(text) ? null : "must be an address such as noc@example.com";
      case TIME_ZONE -> timeZone(text);
      case TEXT, NUMBER_FILTER, NUMBER_REWRITE, RECORD_LINE, CERTIFICATES, PRIVATE_KEY -> null;
    };
  }

  private static @Nullable String name(String text) {
    // Dots alone would be steps of a path in addresses of the API.
    if (text.equals(".") || text.equals("..")) {
      return "must not be made of dots only";
    }
    return NAME.matcher(text).matches()
        ? null
        : "must be 1 to 64 letters (A-Z, a-z), digits, '_', '-' or '.'";
  }

  private static @Nullable String timeZone(String text) {
    try {
      var _ = ZoneId.of(text);
      return null;
    } catch (DateTimeException e) {
      return "must be a time zone such as America/Sao_Paulo, UTC or -03:00";
    }
  }

  private static @Nullable Complaint filter(String text) {
    try {
      NumberFilter.parse(text);
      return null;
    } catch (InvalidPatternException e) {
      return new Complaint("is not a filter: " + e.getMessage(), Rule.NUMBER_FILTER, e.position());
    }
  }

  private static @Nullable Complaint rewrite(String text) {
    try {
      NumberRewrite.parse(text);
      return null;
    } catch (InvalidPatternException e) {
      return new Complaint(
          "is not a rewrite: " + e.getMessage(), Rule.NUMBER_REWRITE, e.position());
    }
  }

  private static @Nullable Complaint unprintable(String text, boolean tabs) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && !(tabs && c == '\t')) {
        return new Complaint(
            "has a control character at position " + (i + 1), Rule.CONTROL_CHARACTER, i + 1);
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return new Complaint(
            "has half a character at position " + (i + 1), Rule.HALF_CHARACTER, i + 1);
      }
    }
    return null;
  }
}
