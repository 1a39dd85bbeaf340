package org.comuta.sip.callcontrol.leg;

import java.io.IOException;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the responses to one request we sent. Every request of ours carries one; its
 * methods run on the lane of the call. A time-out arrives as a 408 of our own.
 */
public interface Responses {
  /** Ignores them all. */
  Responses IGNORED = new Responses() {};

  /** 101 to 199. */
  default void provisional(SipServletResponse response) throws Exception {}

  /** 200 to 299. */
  default void success(SipServletResponse response) throws Exception {}

  /** 300 to 699. */
  default void failure(SipServletResponse response) throws Exception {}

  /** Sends the request and expects its responses here. */
  default void send(SipServletRequest request) throws IOException {
    request.setAttribute(Responses.class.getName(), this);
    request.send();
  }

  /** Hands a response to whoever expects it. */
  static void deliver(SipServletResponse response) throws Exception {
    Responses expecting = expecting(response);
    int status = response.getStatus();
    if (status < 200) {
      expecting.provisional(response);
    } else if (status < 300) {
      expecting.success(response);
    } else {
      expecting.failure(response);
    }
  }

  private static Responses expecting(SipServletResponse response) {
    @Nullable SipServletRequest request = response.getRequest();
    Object expecting = request == null ? null : request.getAttribute(Responses.class.getName());
    return expecting instanceof Responses responses ? responses : IGNORED;
  }
}
