package org.comuta.sip.container.stack;

import gov.nist.javax.sip.SIPConstants;
import gov.nist.javax.sip.message.SIPRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import javax.sip.message.Request;
import org.comuta.sip.container.lane.LaneImpl;
import org.comuta.sip.container.transport.PeerChannel;

/**
 * What is left of the server transactions of one lane that have sent their final response: enough
 * to answer a repeated request, for as long as RFC 3261 17.2.2 (timer J) and RFC 6026 7.1 (timer L)
 * want it answered. A JAIN-SIP transaction, which holds its messages and its dialog, would keep
 * some twenty times as much for that long.
 *
 * <p>Confined to its lane.
 */
final class AnsweredRequests {

  /** 64 times T1. */
  static final Duration MEMORY = Duration.ofSeconds(32);

  /** As many as are remembered for a lane at most: a flood must not fill the memory. */
  private static final int LIMIT = 20_000;

  /** How a repeated request is answered. */
  private interface Repetition {
    void answer();
  }

  /** A request that was answered. */
  private record Answered(
      String transaction, String method, String sentBy, Repetition repetition, long forgetAt) {}

  private final LaneImpl lane;
  private final Duration memory;
  private final Map<String, Answered> byTransaction = new HashMap<>();
  private final Queue<Answered> inOrder = new ArrayDeque<>();
  private boolean sweeping;

  /**
   * @param memory how long an answered request is remembered
   */
  AnsweredRequests(LaneImpl lane, Duration memory) {
    this.lane = lane;
    this.memory = memory;
  }

  /** Keeps this response, for whoever repeats the request. */
  void remember(SIPRequest request, byte[] response, PeerChannel wayBack) {
    add(request, () -> wayBack.repeat(response));
  }

  /** Remembers a request whose repetition needs no answer: an INVITE, answered by its dialog. */
  void absorb(SIPRequest request) {
    add(request, () -> {});
  }

  private void add(SIPRequest request, Repetition repetition) {
    String transaction = transactionOf(request);
    if (inOrder.size() >= LIMIT) {
      forget(inOrder.remove());
    }
    Answered answered =
        new Answered(
            transaction,
            request.getMethod(),
            sentBy(request),
            repetition,
            System.nanoTime() + memory.toNanos());
    byTransaction.put(transaction, answered);
    inOrder.add(answered);
    sweepAfter(memory);
  }

  /** Whether this request was answered already; then it is answered once more. */
  boolean answers(SIPRequest request) {
    Answered answered = byTransaction.get(transactionOf(request));
    if (answered == null
        || !answered.method().equals(request.getMethod())
        || !answered.sentBy().equals(sentBy(request))) {
      return false;
    }
    answered.repetition().answer();
    return true;
  }

  /**
   * The branch as it was sent: a repetition has it to the letter, and JAIN-SIP's own way of telling
   * a transaction makes four strings of it. Only who makes no unique branch is told that way.
   */
  private static String transactionOf(SIPRequest request) {
    String branch = request.getTopmostVia().getBranch();
    if (branch == null || !branch.startsWith(SIPConstants.BRANCH_MAGIC_COOKIE)) {
      return request.getTransactionId();
    }
    return request.getMethod().equals(Request.CANCEL) ? branch + ':' + Request.CANCEL : branch;
  }

  private static String sentBy(SIPRequest request) {
    return request.getTopmostVia().getSentBy().encode();
  }

  private void sweepAfter(Duration delay) {
    if (!sweeping) {
      sweeping = true;
      lane.schedule(delay, this::sweep);
    }
  }

  private void sweep() {
    long now = System.nanoTime();
    for (Answered oldest = inOrder.peek();
        oldest != null && oldest.forgetAt() - now <= 0;
        oldest = inOrder.peek()) {
      forget(inOrder.remove());
    }
    sweeping = false;
    if (!inOrder.isEmpty()) {
      sweepAfter(memory.dividedBy(32));
    }
  }

  private void forget(Answered answered) {
    byTransaction.remove(answered.transaction(), answered);
  }
}
