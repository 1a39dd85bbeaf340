package org.comuta.sip.container.transport;

import gov.nist.javax.sip.address.SipUri;
import gov.nist.javax.sip.header.CSeq;
import gov.nist.javax.sip.header.CallID;
import gov.nist.javax.sip.header.Contact;
import gov.nist.javax.sip.header.ContentLength;
import gov.nist.javax.sip.header.From;
import gov.nist.javax.sip.header.RequestLine;
import gov.nist.javax.sip.header.StatusLine;
import gov.nist.javax.sip.header.To;
import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import java.text.ParseException;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sip.address.Address;
import javax.sip.address.URI;
import javax.sip.message.Request;
import org.jspecify.annotations.Nullable;

/** What every message must have before transactions may see it (RFC 3261 8.1.1, 8.1.3, 8.2). */
final class MessageChecks {

  private static final Set<Class<?>> VITAL =
      Set.of(
          From.class,
          To.class,
          CSeq.class,
          Via.class,
          CallID.class,
          ContentLength.class,
          RequestLine.class,
          StatusLine.class);

  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*");

  private MessageChecks() {}

  static boolean isVital(Class<?> header) {
    return VITAL.contains(header);
  }

  /** The reason phrase for a refusal; null when nothing is wrong. */
  static @Nullable String faultIn(SIPMessage message) {
    if (message.getTopmostVia() == null) {
      return "Missing Via";
    }
    if (message.getFrom() == null || message.getFrom().getTag() == null) {
      return "Missing From";
    }
    if (message.getTo() == null) {
      return "Missing To";
    }
    if (message.getCSeq() == null) {
      return "Missing CSeq";
    }
    if (message.getCallId() == null || message.getCallId().getCallId() == null) {
      return "Missing Call-ID";
    }
    // Restcomm takes session keys apart at semicolons; RFC 3261 25.1 has none in a Call-ID.
    if (message.getCallId().getCallId().indexOf(';') >= 0) {
      return "Bad Call-ID";
    }
    Contact contact = message.getContactHeader();
    if (!isWhole(message.getFrom().getAddress())
        || !isWhole(message.getTo().getAddress())
        || (contact != null && !contact.isWildCard() && !isWhole(contact.getAddress()))) {
      return "Bad Address";
    }
    if (message instanceof SIPRequest request) {
      if (request.getRequestLine() == null || !isWhole(request.getRequestURI())) {
        return "Bad Request Line";
      }
      if (!request.getMethod().equals(request.getCSeq().getMethod())) {
        return "CSeq Method Differs";
      }
      return missingFor(request);
    }
    return null;
  }

  private static boolean isWhole(@Nullable Address address) {
    return address != null && isWhole(address.getURI());
  }

  /** Whether a scheme begins it as RFC 3986 3.1 asks; Restcomm takes no other. */
  private static boolean isWhole(@Nullable URI uri) {
    if (uri instanceof SipUri || uri == null) {
      return uri != null;
    }
    String scheme = uri.getScheme();
    return scheme != null && SCHEME.matcher(scheme).matches();
  }

  /**
   * What a request of this method must have beside (RFC 3261 8.1.1.8, RFC 6665). Its transaction
   * would find that too, too late for a refusal.
   */
  private static @Nullable String missingFor(SIPRequest request) {
    String method = request.getMethod();
    if (method.equals(Request.ACK) || method.equals(Request.CANCEL)) {
      return null;
    }
    try {
      request.checkHeaders();
      return null;
    } catch (ParseException | RuntimeException e) {
      return "Missing or Bad Header";
    }
  }
}
