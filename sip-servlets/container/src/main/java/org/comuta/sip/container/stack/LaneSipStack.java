package org.comuta.sip.container.stack;

import gov.nist.javax.sip.EventWrapper;
import gov.nist.javax.sip.SipStackImpl;
import gov.nist.javax.sip.header.extensions.JoinHeader;
import gov.nist.javax.sip.header.extensions.ReplacesHeader;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.stack.MessageChannel;
import gov.nist.javax.sip.stack.MessageProcessorFactory;
import gov.nist.javax.sip.stack.SIPClientTransaction;
import gov.nist.javax.sip.stack.SIPDialog;
import gov.nist.javax.sip.stack.SIPServerTransaction;
import gov.nist.javax.sip.stack.SIPTransaction;
import gov.nist.javax.sip.stack.ServerRequestInterface;
import gov.nist.javax.sip.stack.ServerResponseInterface;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ScheduledExecutorService;
import javax.sip.Dialog;
import javax.sip.DialogState;
import javax.sip.IOExceptionEvent;
import javax.sip.PeerUnavailableException;
import javax.sip.message.Request;
import org.comuta.sip.container.Lanes;
import org.comuta.sip.container.lane.LaneGroup;
import org.jspecify.annotations.Nullable;

/** JAIN-SIP's stack on lanes. */
public final class LaneSipStack extends SipStackImpl {

  private final LaneGroup lanes;
  private final ScheduledExecutorService selfRouting;
  private final ForkedInvites forks = new ForkedInvites();
  private final AnsweredRequests[] answered = new AnsweredRequests[Lanes.COUNT];

  public LaneSipStack(LaneGroup lanes, MessageProcessorFactory transports)
      throws PeerUnavailableException {
    this.lanes = lanes;
    this.selfRouting = new LaneExecutor(lanes);
    super(StackProperties.create());
    messageProcessorFactory = transports;
    setAddressResolver(new HopResolver());
    Arrays.setAll(
        answered, number -> new AnsweredRequests(lanes.lane(number), AnsweredRequests.MEMORY));
  }

  LaneGroup lanes() {
    return lanes;
  }

  /** Messages to ourselves, too, go to the lane of their Call-ID. */
  @Override
  public ScheduledExecutorService getSelfRoutingThreadpoolExecutor() {
    return selfRouting;
  }

  @Override
  public SIPServerTransaction createServerTransaction(MessageChannel channel) {
    return new LaneServerTransaction(this, channel);
  }

  @Override
  public SIPClientTransaction createClientTransaction(SIPRequest request, MessageChannel channel) {
    LaneClientTransaction transaction = new LaneClientTransaction(this, channel);
    transaction.setOriginalRequest(request);
    return transaction;
  }

  @Override
  public SIPDialog createDialog(SIPTransaction transaction) {
    if (!(transaction instanceof SIPClientTransaction)) {
      return new LaneDialog(transaction, forks);
    }
    String id = transaction.getOriginalRequest().getDialogId(false);
    SIPDialog early = earlyDialogTable.get(id);
    if (early != null && (early.getState() == null || DialogState.EARLY.equals(early.getState()))) {
      return early;
    }
    LaneDialog dialog = new LaneDialog(transaction, forks);
    earlyDialogTable.put(id, dialog);
    return dialog;
  }

  @Override
  public void addForkedClientTransaction(SIPClientTransaction transaction) {
    forks.add(transaction);
  }

  @Override
  public @Nullable SIPClientTransaction getForkedTransaction(String id) {
    return forks.find(id);
  }

  /** What was answered on the lane of this request. */
  AnsweredRequests answered(SIPRequest request) {
    return answered[lanes.ofCallId(request.getCallId().getCallId()).number()];
  }

  /** A request whose transaction is over is answered as before, and goes no further. */
  @Override
  public @Nullable ServerRequestInterface newSIPServerRequest(
      SIPRequest request, MessageChannel channel) {
    return answered(request).answers(request) ? null : super.newSIPServerRequest(request, channel);
  }

  /**
   * JAIN-SIP compares a response without transaction with every transaction there is; a flood of
   * them would be a load that grows with the calls. Only a repeated 2xx to INVITE has a meaning
   * beyond its transaction: its ACK was lost.
   */
  @Override
  public @Nullable ServerResponseInterface newSIPServerResponse(
      SIPResponse response, MessageChannel channel) {
    SIPTransaction transaction = findTransaction(response.getTransactionId(), false);
    if (transaction != null) {
      return super.newSIPServerResponse(response, channel);
    }
    boolean accepted = response.getStatusCode() / 100 == 2;
    return accepted && Request.INVITE.equals(response.getCSeq().getMethod())
        ? sipMessageFactory.newSIPServerResponse(response, channel)
        : null;
  }

  /** RFC 3261 9.2, by the branch; JAIN-SIP compares with every transaction there is. */
  @Override
  public @Nullable SIPTransaction findCancelTransaction(SIPRequest cancel, boolean isServer) {
    String branch = cancel.getTopmostVia().getBranch();
    if (branch == null) {
      return null;
    }
    SIPTransaction transaction = findTransaction(branch.toLowerCase(Locale.ROOT), isServer);
    return transaction != null && transaction.doesCancelMatchTransaction(cancel)
        ? transaction
        : null;
  }

  /**
   * Restcomm would put the new session into the application session of the call it names, and so
   * into a call of another lane. Replaces and Join are call control's to handle.
   */
  @Override
  public @Nullable Dialog getReplacesDialog(ReplacesHeader replaces) {
    return null;
  }

  @Override
  public @Nullable Dialog getJoinDialog(JoinHeader join) {
    return null;
  }

  /** Ends every thread of the stack; JAIN-SIP leaves two kinds of them running. */
  @Override
  public void stop() {
    var scanner = getEventScanner();
    super.stop();
    getReinviteExecutor().shutdownNow();
    if (scanner != null) {
      // It sleeps until an event comes, and only then sees that it was stopped.
      scanner.addEvent(new EventWrapper(new IOExceptionEvent(this, "", 0, ""), null));
    }
  }
}
