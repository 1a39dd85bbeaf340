package org.comuta.sip.container.start;

import jakarta.servlet.ServletException;
import java.io.IOException;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;
import javax.servlet.sip.SipURI;
import org.jspecify.annotations.Nullable;

/** The shortest B2BUA: every call goes on to one place. */
final class BridgingServlet extends SipServlet {

  private static final long serialVersionUID = 1L;
  private static final String OTHER = "other";
  private static final String UNANSWERED = "unanswered";

  private final String targetHost;
  private final int targetPort;
  private final String transport;
  private @Nullable SipFactory factory;
  private volatile @Nullable SipSession lastCalled;

  BridgingServlet(String targetHost, int targetPort, String transport) {
    this.targetHost = targetHost;
    this.targetPort = targetPort;
    this.transport = transport;
  }

  @Override
  public void init() throws ServletException {
    factory = (SipFactory) getServletContext().getAttribute(SIP_FACTORY);
  }

  @Override
  protected void doInvite(SipServletRequest request) throws IOException {
    SipFactory known = java.util.Objects.requireNonNull(factory);
    SipServletRequest out =
        known.createRequest(
            request.getApplicationSession(), "INVITE", request.getFrom(), request.getTo());
    SipURI target = known.createSipURI("callee", targetHost);
    target.setPort(targetPort);
    if (!transport.isEmpty()) {
      target.setTransportParam(transport);
    }
    out.setRequestURI(target);
    if (request.getRawContent() != null) {
      out.setContent(request.getRawContent(), request.getContentType());
    }
    link(request.getSession(), out.getSession());
    lastCalled = out.getSession();
    out.getSession().setAttribute(UNANSWERED, request);
    out.send();
  }

  /** The session of the last call that went on. */
  SipSession lastCalled() {
    return java.util.Objects.requireNonNull(lastCalled);
  }

  private static void link(SipSession one, SipSession two) {
    one.setAttribute(OTHER, two);
    two.setAttribute(OTHER, one);
  }

  @Override
  protected void doResponse(SipServletResponse response) throws IOException {
    if (!"INVITE".equals(response.getMethod())) {
      return;
    }
    SipServletRequest unanswered =
        (SipServletRequest) response.getSession().getAttribute(UNANSWERED);
    SipServletResponse back = unanswered.createResponse(response.getStatus());
    if (response.getRawContent() != null) {
      back.setContent(response.getRawContent(), response.getContentType());
    }
    if (response.getStatus() == SipServletResponse.SC_OK) {
      response.createAck().send();
    }
    back.send();
  }

  @Override
  protected void doBye(SipServletRequest request) throws IOException {
    SipSession other = (SipSession) request.getSession().getAttribute(OTHER);
    request.createResponse(SipServletResponse.SC_OK).send();
    other.createRequest("BYE").send();
  }
}
