package org.comuta.sip.container.stack;

import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.stack.MessageChannel;
import gov.nist.javax.sip.stack.SIPServerTransactionImpl;
import java.io.IOException;
import org.comuta.sip.container.transport.PeerChannel;

/**
 * A server transaction that is over soon after its final response: {@link AnsweredRequests} answers
 * what is repeated after that.
 */
final class LaneServerTransaction extends SIPServerTransactionImpl {
  private static final long serialVersionUID = 1L;

  /** In ticks of half a second; a response is out by then. */
  private static final long SOON = 1;

  private final transient LaneSipStack stack;

  LaneServerTransaction(LaneSipStack stack, MessageChannel channel) {
    this.stack = stack;
    super(stack, channel);
  }

  /** RFC 3261 18.2.2. */
  @Override
  protected void sendResponse(SIPResponse response) throws IOException {
    if (isInviteTransaction()
        || isReliable()
        || !(getMessageChannel() instanceof PeerChannel channel)
        || !leadsBack(channel, response.getTopmostVia())) {
      super.sendResponse(response);
      return;
    }
    try {
      byte[] octets = channel.sendAndTell(response);
      SIPRequest request = getOriginalRequest();
      if (response.getStatusCode() >= 200 && request != null) {
        stack.answered(request).remember(request, octets, channel);
      }
    } finally {
      startTransactionTimer();
    }
  }

  private static boolean leadsBack(PeerChannel channel, Via via) {
    int rport = via.getRPort();
    int port = rport > 0 ? rport : via.getPort() > 0 ? via.getPort() : 5060;
    String received = via.getReceived();
    String host = received == null ? via.getHost() : received;
    return via.getMAddr() == null
        && port == channel.getPeerPort()
        && host.equals(channel.getPeerAddress());
  }

  @Override
  protected void startTransactionTimerJ(long time) {
    super.startTransactionTimerJ(Math.min(time, SOON));
  }

  @Override
  public void cleanUp() {
    SIPRequest request = getOriginalRequest();
    if (request != null
        && isInviteTransaction()
        && !isReliable()
        && getLastResponseStatusCode() >= 200) {
      stack.answered(request).absorb(request);
    }
    super.cleanUp();
  }
}
