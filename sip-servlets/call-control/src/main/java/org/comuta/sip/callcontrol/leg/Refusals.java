package org.comuta.sip.callcontrol.leg;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.comuta.call.Release;
import org.comuta.cause.Failure;

/** What a final error says besides its status. */
public final class Refusals {
  private static final int RETRY_AFTER_SECONDS = 5;

  /** Whoever was refused together should not all come back together. */
  private static final int RETRY_SPREAD_SECONDS = 10;

  private Refusals() {}

  /** Extensions this request requires; we support none. */
  public static List<String> required(SipServletRequest request) {
    List<String> required = new ArrayList<>(1);
    for (String header : List.of("Require", "Proxy-Require")) {
      Iterator<String> values = request.getHeaders(header);
      values.forEachRemaining(required::add);
    }
    return required;
  }

  /** Names the extensions we do not support, RFC 3261 section 8.2.2.3. */
  public static void nameUnsupported(SipServletResponse response, SipServletRequest request) {
    required(request).forEach(extension -> response.addHeader("Unsupported", extension));
  }

  static void explain(SipServletResponse response, SipServletRequest request, Release how) {
    Failure failure = how.failure();
    if (failure == Failure.UNSUPPORTED_EXTENSION) {
      nameUnsupported(response, request);
    } else if (failure == Failure.OVERLOADED
        || failure == Failure.RECORDS_UNAVAILABLE
        || failure == Failure.SHUTTING_DOWN) {
      int later = ThreadLocalRandom.current().nextInt(RETRY_SPREAD_SECONDS);
      response.setHeader("Retry-After", Integer.toString(RETRY_AFTER_SECONDS + later));
    }
  }
}
