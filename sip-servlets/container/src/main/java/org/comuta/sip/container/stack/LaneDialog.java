package org.comuta.sip.container.stack;

import gov.nist.javax.sip.stack.SIPDialog;
import gov.nist.javax.sip.stack.SIPTransaction;

/** A dialog that is let go when it is over. */
final class LaneDialog extends SIPDialog {
  private static final long serialVersionUID = 1L;

  private final transient ForkedInvites forks;

  LaneDialog(SIPTransaction transaction, ForkedInvites forks) {
    this.forks = forks;
    super(transaction);
  }

  @Override
  public void setState(int state) {
    if (state == TERMINATED_STATE) {
      forks.over(this);
    }
    super.setState(state);
  }

  /**
   * JAIN-SIP looks after 32 seconds whether a 2xx was acknowledged, and so holds the whole call for
   * that long after every answer. Where the ACK is out already there is nothing to look for.
   */
  @Override
  public synchronized void doDeferredDeleteIfNoAckSent(long sequence) {
    if (!isAckSent(sequence)) {
      super.doDeferredDeleteIfNoAckSent(sequence);
    }
  }
}
