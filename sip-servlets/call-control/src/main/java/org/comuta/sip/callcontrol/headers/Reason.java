package org.comuta.sip.callcontrol.headers;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.comuta.cause.Cause;

/**
 * One value of a Reason header (RFC 3326). Only what has a meaning passes from one side to the
 * other: the protocol and its cause. The text is the other side's own and stays there.
 *
 * @param protocol {@code Q.850} or {@code SIP}
 * @param cause Q.850 cause or SIP status
 */
public record Reason(String protocol, int cause) {
  private static final int MOST_VALUES = 8;
  private static final int LONGEST = 512;
  private static final Pattern CAUSE =
      Pattern.compile("^\\s*(Q\\.850|SIP)\\s*;(?:.*;)?\\s*cause\\s*=\\s*(\\d{1,3})\\b.*");
  private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"?");

  /** The reason that tells this cause. */
  public static Reason of(Cause cause) {
    return new Reason("Q.850", cause.value());
  }

  /** Reads header values; what is not understood is left out. Never throws. */
  public static List<Reason> parse(Iterator<String> values) {
    List<Reason> reasons = new ArrayList<>(2);
    while (values.hasNext() && reasons.size() < MOST_VALUES) {
      String value = values.next();
      if (value.length() > LONGEST) {
        continue;
      }
      for (String part : QUOTED.matcher(value).replaceAll("x").split(",", MOST_VALUES)) {
        parseOne(part).ifPresent(reasons::add);
      }
    }
    return reasons;
  }

  private static Optional<Reason> parseOne(String value) {
    Matcher matcher = CAUSE.matcher(value);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Reason reason = new Reason(matcher.group(1), Integer.parseInt(matcher.group(2)));
    boolean known =
        reason.protocol.equals("Q.850")
            ? Cause.of(reason.cause).isPresent()
            : reason.cause >= 100 && reason.cause <= 699;
    return known ? Optional.of(reason) : Optional.empty();
  }

  /** The first Q.850 cause among these. */
  public static Optional<Cause> q850(List<Reason> reasons) {
    for (Reason reason : reasons) {
      if (reason.protocol.equals("Q.850")) {
        return Cause.of(reason.cause);
      }
    }
    return Optional.empty();
  }

  /** The header value. */
  @Override
  public String toString() {
    return protocol + ";cause=" + cause;
  }
}
