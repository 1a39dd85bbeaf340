package org.comuta.sip.container.stack;

import gov.nist.javax.sip.stack.MessageChannel;
import gov.nist.javax.sip.stack.SIPClientTransactionImpl;
import gov.nist.javax.sip.stack.SIPTransactionStack;

/**
 * A client transaction that is over soon after its final response. Timer K of RFC 3261 17.1.2.2
 * absorbs repeated responses; {@link LaneSipStack} drops those that have no transaction.
 */
final class LaneClientTransaction extends SIPClientTransactionImpl {
  private static final long serialVersionUID = 1L;

  /** In ticks of half a second; the response has been dealt with by then. */
  private static final int SOON = 1;

  LaneClientTransaction(SIPTransactionStack stack, MessageChannel channel) {
    super(stack, channel);
    timerK = SOON;
  }

  /** Restcomm sets the timers of every transaction; timer K would follow T4. */
  @Override
  public void setTimerT4(int interval) {
    super.setTimerT4(interval);
    timerK = SOON;
  }
}
