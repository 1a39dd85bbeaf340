package org.comuta.sip.container.servlet;

import java.util.Set;
import javax.servlet.sip.SipServletResponse;
import javax.sip.Transaction;
import javax.sip.TransactionState;
import javax.sip.message.Request;
import org.comuta.sip.container.Lanes;
import org.jspecify.annotations.Nullable;
import org.mobicents.servlet.sip.core.message.MobicentsSipServletResponse;
import org.mobicents.servlet.sip.core.session.MobicentsSipApplicationSession;
import org.mobicents.servlet.sip.core.session.MobicentsSipSession;
import org.mobicents.servlet.sip.core.session.SipSessionImpl;
import org.mobicents.servlet.sip.core.session.SipSessionKey;
import org.mobicents.servlet.sip.message.SipFactoryImpl;

/**
 * A SIP session that goes as soon as nothing more can come of it. Restcomm keeps one until its last
 * transaction has ended, which is 5 to 32 seconds after the call (RFC 3261 17, timers D, I, J, K),
 * and then ends the transactions by force. Here the transactions live on without the session: they
 * repeat answers and acknowledgements by themselves.
 */
final class LaneSession extends SipSessionImpl {

  private static final Set<TransactionState> ANSWERED =
      Set.of(TransactionState.COMPLETED, TransactionState.CONFIRMED, TransactionState.TERMINATED);

  LaneSession(
      SipSessionKey key, SipFactoryImpl factory, MobicentsSipApplicationSession application) {
    super(key, factory, application);
  }

  /** A further dialog of a forked INVITE leaves by the port of the first. */
  @Override
  public void setParentSession(MobicentsSipSession parent) {
    super.setParentSession(parent);
    outboundInterface = parent.getOutboundInterface();
  }

  @Override
  public void updateStateOnResponse(MobicentsSipServletResponse response, boolean received) {
    super.updateStateOnResponse(response, received);
    int status = response.getStatus();
    if (status < 200 || proxy != null) {
      return;
    }
    boolean attemptFailed =
        received && status >= 300 && Request.INVITE.equals(response.getMethod());
    if (attemptFailed ? mayNotBeTriedAgain(status) && state == State.INITIAL : readyToInvalidate) {
      // After the application has seen the response.
      Lanes.of(getSipApplicationSession()).execute(this::leave);
    }
  }

  /** A challenge or a redirection is answered on the same session. */
  private static boolean mayNotBeTriedAgain(int status) {
    return status >= 400
        && status != SipServletResponse.SC_UNAUTHORIZED
        && status != SipServletResponse.SC_PROXY_AUTHENTICATION_REQUIRED;
  }

  private void leave() {
    if (!isValidInternal() || isWaitingForAnAnswer()) {
      return;
    }
    MobicentsSipApplicationSession application = getSipApplicationSession();
    onTerminatedState();
    if (application.isValidInternal() && application.isReadyToInvalidate()) {
      application.tryToInvalidate();
    }
  }

  private boolean isWaitingForAnAnswer() {
    Set<Transaction> ongoing = ongoingTransactions;
    if (ongoing != null) {
      for (Transaction transaction : ongoing) {
        if (!isAnswered(transaction)) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public void invalidate(boolean bypassCheck) {
    Set<Transaction> ongoing = ongoingTransactions;
    if (ongoing != null) {
      ongoing.removeIf(LaneSession::releaseIfAnswered);
    }
    if (sessionCreatingTransactionRequest != null
        && releaseIfAnswered(sessionCreatingTransactionRequest.getTransaction())) {
      sessionCreatingTransactionRequest = null;
    }
    super.invalidate(bypassCheck);
  }

  private static boolean releaseIfAnswered(@Nullable Transaction transaction) {
    if (transaction == null || !isAnswered(transaction)) {
      return false;
    }
    transaction.setApplicationData(null);
    return true;
  }

  private static boolean isAnswered(Transaction transaction) {
    TransactionState state = transaction.getState();
    return state != null && ANSWERED.contains(state);
  }
}
