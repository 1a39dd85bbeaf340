package org.comuta.sip.container.start;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;
import javax.servlet.sip.SipURI;
import org.comuta.sip.container.SipContainer;
import org.comuta.sip.container.SipStatus.Listening;

/** Answers every call by the port it is told, and calls and ends calls when it is asked to. */
final class SettlingServlet extends AnsweringServlet {

  private static final long serialVersionUID = 1L;

  /** Calls that were acknowledged. */
  final transient BlockingQueue<SipSession> acknowledged = new LinkedBlockingQueue<>();

  /** What our requests were answered with. */
  final transient BlockingQueue<Integer> responses = new LinkedBlockingQueue<>();

  transient volatile Listening leaveBy;

  SettlingServlet(Listening leaveBy) {
    this.leaveBy = leaveBy;
  }

  @Override
  protected void doInvite(SipServletRequest request) throws IOException {
    SipContainer.running().leaveBy(request.getSession(), leaveBy);
    super.doInvite(request);
  }

  @Override
  protected void doAck(SipServletRequest request) {
    acknowledged.add(request.getSession());
  }

  @Override
  protected void doResponse(SipServletResponse response) {
    responses.add(response.getStatus());
  }

  static void bye(SipSession session) {
    send(session.createRequest("BYE"));
  }

  SipSession session() {
    return request(5060, "udp").getSession();
  }

  /** Calls this port of 127.0.0.1; on a lane. */
  void invite(int target, String transport) {
    SipServletRequest invite = request(target, transport);
    SipContainer.running().leaveBy(invite.getSession(), leaveBy);
    send(invite);
  }

  private SipServletRequest request(int target, String transport) {
    SipFactory factory = (SipFactory) getServletContext().getAttribute(SIP_FACTORY);
    SipURI uri = factory.createSipURI("callee", "127.0.0.1");
    uri.setPort(target);
    uri.setTransportParam(transport);
    SipServletRequest invite =
        factory.createRequest(
            factory.createApplicationSession(),
            "INVITE",
            factory.createSipURI("us", "127.0.0.1"),
            uri);
    invite.setRequestURI(uri);
    return invite;
  }

  private static void send(SipServletRequest request) {
    try {
      request.send();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
