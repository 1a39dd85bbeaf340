package org.comuta.sip.container.servlet;

import javax.sip.Dialog;
import javax.sip.Transaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.mobicents.servlet.sip.core.MobicentsSipFactory;
import org.mobicents.servlet.sip.core.MobicentsSipServletMessageFactory;
import org.mobicents.servlet.sip.core.message.MobicentsSipServletRequest;
import org.mobicents.servlet.sip.core.message.MobicentsSipServletResponse;
import org.mobicents.servlet.sip.core.session.MobicentsSipSession;
import org.mobicents.servlet.sip.message.SipFactoryImpl;

/** Makes the messages applications see. Made by Restcomm, by its name. */
public final class ContainerMessageFactory implements MobicentsSipServletMessageFactory {

  private @Nullable SipFactoryImpl factory;

  @Override
  public MobicentsSipServletRequest createSipServletRequest(
      Request request,
      MobicentsSipSession session,
      Transaction transaction,
      Dialog dialog,
      boolean createDialog) {
    return new ContainerRequest(
        request, getMobicentsSipFactory(), session, transaction, dialog, createDialog);
  }

  @Override
  public MobicentsSipServletResponse createSipServletResponse(
      Response response,
      Transaction transaction,
      MobicentsSipSession session,
      Dialog dialog,
      boolean received,
      boolean retransmission) {
    return new ContainerResponse(
        response, getMobicentsSipFactory(), transaction, session, dialog, received, retransmission);
  }

  @Override
  public SipFactoryImpl getMobicentsSipFactory() {
    SipFactoryImpl known = factory;
    if (known == null) {
      throw new IllegalStateException("not set up yet");
    }
    return known;
  }

  @Override
  public void setMobicentsSipFactory(MobicentsSipFactory sipFactory) {
    factory = (SipFactoryImpl) sipFactory;
  }
}
