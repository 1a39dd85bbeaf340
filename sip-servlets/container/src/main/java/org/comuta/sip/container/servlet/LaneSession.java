package org.comuta.sip.container.servlet;

import gov.nist.javax.sip.stack.SIPServerTransaction;
import javax.sip.Transaction;
import javax.sip.message.Request;
import org.mobicents.servlet.sip.core.session.MobicentsSipApplicationSession;
import org.mobicents.servlet.sip.core.session.SipSessionImpl;
import org.mobicents.servlet.sip.core.session.SipSessionKey;
import org.mobicents.servlet.sip.message.SipFactoryImpl;

/** A SIP session that can go before the transaction that ended it. */
final class LaneSession extends SipSessionImpl {

  LaneSession(
      SipSessionKey key, SipFactoryImpl factory, MobicentsSipApplicationSession application) {
    super(key, factory, application);
  }

  /**
   * A session that goes ends its ongoing transactions. The one of a received BYE must stay, to
   * repeat its answer for 32 seconds (RFC 3261 17.2.2, timer J), while the session need not.
   */
  @Override
  public void addOngoingTransaction(Transaction transaction) {
    boolean receivedBye =
        transaction instanceof SIPServerTransaction server
            && Request.BYE.equals(server.getMethod());
    if (!receivedBye) {
      super.addOngoingTransaction(transaction);
    }
  }
}
