package org.comuta.account;

import jakarta.servlet.ServletRequest;

/** Where the one who sends a request is, as revisions and the audit log write it. */
public final class PeerAddress {
  private static final String ATTRIBUTE = PeerAddress.class.getName();

  private PeerAddress() {}

  /** Says that a request was sent for somebody who is elsewhere. */
  public static void say(ServletRequest request, String address) {
    request.setAttribute(ATTRIBUTE, address);
  }

  /** What was said of a request; otherwise the address of the peer. */
  public static String of(ServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof String address
        ? address
        : request.getRemoteAddr();
  }
}
