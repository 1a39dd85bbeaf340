package org.comuta.sip.callcontrol.leg;

import java.io.IOException;
import java.util.List;
import javax.servlet.sip.Address;
import javax.servlet.sip.Parameterable;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.comuta.sip.callcontrol.headers.Reason;
import org.comuta.sip.callcontrol.sdp.Body;
import org.jspecify.annotations.Nullable;

/** Small things done to many messages. */
public final class Messages {
  /** The methods we take, for Allow. */
  public static final String ALLOW = "INVITE, ACK, CANCEL, BYE, INFO, UPDATE, OPTIONS";

  private static final String PRODUCT = "Comuta";

  private Messages() {}

  /** A response that names the product and nothing of the other side. */
  public static SipServletResponse respond(SipServletRequest request, int status) {
    SipServletResponse response = request.createResponse(status);
    response.setHeader("Server", PRODUCT);
    return response;
  }

  /** A request of ours, ready for its other headers. */
  public static SipServletRequest name(SipServletRequest request) {
    request.setHeader("User-Agent", PRODUCT);
    return request;
  }

  /** The body of this message; null when it has none. */
  public static @Nullable Body bodyOf(SipServletMessage message) throws IOException {
    byte[] octets = message.getRawContent();
    String type = message.getContentType();
    if (octets == null || octets.length == 0 || type == null) {
      return null;
    }
    String encoding = message.getHeader("Content-Encoding");
    return new Body(octets, type, encoding != null && !encoding.equalsIgnoreCase("identity"));
  }

  /** Whether a session description stands in this message. */
  public static boolean describesSession(SipServletMessage message) throws IOException {
    Body body = bodyOf(message);
    return body != null && body.describesSession();
  }

  /** Gives a message this body; null leaves it without. */
  public static void setBody(SipServletMessage message, @Nullable Body body) throws IOException {
    if (body != null) {
      message.setContent(body.octets(), body.type());
    }
  }

  /** The Reason values of this message that have a meaning to us. */
  public static List<Reason> reasonsOf(SipServletMessage message) {
    return Reason.parse(message.getHeaders("Reason"));
  }

  /** Gives a message these Reason values. */
  public static void setReasons(SipServletMessage message, List<Reason> reasons) {
    reasons.forEach(reason -> message.addHeader("Reason", reason.toString()));
  }

  /** An address header, or null when there is none or it cannot be read. */
  public static @Nullable Address addressOf(SipServletMessage message, String header) {
    try {
      return message.getAddressHeader(header);
    } catch (ServletParseException e) {
      return null;
    }
  }

  /** A header with parameters, or null when there is none or it cannot be read. */
  public static @Nullable Parameterable parameterableOf(SipServletMessage message, String header) {
    try {
      return message.getParameterableHeader(header);
    } catch (ServletParseException e) {
      return null;
    }
  }
}
