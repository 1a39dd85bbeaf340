package org.comuta.sip.container.servlet;

import javax.sip.Dialog;
import javax.sip.Transaction;
import javax.sip.header.Header;
import javax.sip.message.Response;
import org.mobicents.servlet.sip.core.session.MobicentsSipSession;
import org.mobicents.servlet.sip.message.SipFactoryImpl;
import org.mobicents.servlet.sip.message.SipServletResponseImpl;

/** A response, with what Jakarta Servlet added to the interface since Restcomm was written. */
public final class ContainerResponse extends SipServletResponseImpl {

  private static final long serialVersionUID = 1L;
  private static final SharedHeaders SHARED = new SharedHeaders();

  /** For Restcomm's serialization. */
  public ContainerResponse() {}

  ContainerResponse(
      Response response,
      SipFactoryImpl factory,
      Transaction transaction,
      MobicentsSipSession session,
      Dialog dialog,
      boolean received,
      boolean retransmission) {
    super(response, factory, transaction, session, dialog, received, retransmission);
  }

  @Override
  public void setHeader(String name, String value) {
    Header shared = SHARED.find(name, value);
    if (shared == null || isCommitted()) {
      super.setHeader(name, value);
    } else {
      message.setHeader(shared);
    }
  }

  @Override
  public void setContentLengthLong(long length) {
    setContentLength(Math.toIntExact(length));
  }
}
