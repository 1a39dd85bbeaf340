package org.comuta.sip.container.start;

import java.io.IOException;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;

/** Answers every call. */
class AnsweringServlet extends SipServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doInvite(SipServletRequest request) throws IOException {
    request.createResponse(SipServletResponse.SC_RINGING).send();
    SipServletResponse answer = request.createResponse(SipServletResponse.SC_OK);
    if (request.getRawContent() != null) {
      answer.setContent(request.getRawContent(), request.getContentType());
    }
    answer.send();
  }

  @Override
  protected void doBye(SipServletRequest request) throws IOException {
    request.createResponse(SipServletResponse.SC_OK).send();
  }

  @Override
  protected void doOptions(SipServletRequest request) throws IOException {
    request.createResponse(SipServletResponse.SC_OK).send();
  }
}
