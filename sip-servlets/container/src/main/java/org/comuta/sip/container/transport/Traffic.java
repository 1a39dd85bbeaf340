package org.comuta.sip.container.transport;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts messages, and handshakes that fail. The number of counters is fixed, whatever methods and
 * codes strangers invent. Any thread.
 */
public final class Traffic {

  private static final List<String> METHODS =
      List.of(
          "INVITE",
          "ACK",
          "BYE",
          "CANCEL",
          "OPTIONS",
          "REGISTER",
          "PRACK",
          "UPDATE",
          "INFO",
          "REFER",
          "NOTIFY",
          "SUBSCRIBE",
          "MESSAGE",
          "PUBLISH",
          "other");
  private static final int OTHER = METHODS.size() - 1;
  private static final int CODES = 700;

  private final AtomicLongArray requestsReceived = new AtomicLongArray(METHODS.size());
  private final AtomicLongArray requestsSent = new AtomicLongArray(METHODS.size());
  private final AtomicLongArray responsesReceived = new AtomicLongArray(CODES);
  private final AtomicLongArray responsesSent = new AtomicLongArray(CODES);
  private final AtomicLong malformed = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicLong blocked = new AtomicLong();
  private final AtomicLong handshakesFailed = new AtomicLong();

  void received(SIPMessage message) {
    count(message, requestsReceived, responsesReceived);
  }

  void sent(SIPMessage message) {
    count(message, requestsSent, responsesSent);
  }

  private static void count(SIPMessage message, AtomicLongArray requests, AtomicLongArray codes) {
    if (message instanceof SIPRequest request) {
      int method = METHODS.indexOf(request.getMethod());
      requests.incrementAndGet(method < 0 ? OTHER : method);
    } else if (message instanceof SIPResponse response) {
      int code = response.getStatusCode();
      codes.incrementAndGet(code > 0 && code < CODES ? code : 0);
    }
  }

  void malformed() {
    malformed.incrementAndGet();
  }

  void dropped() {
    dropped.incrementAndGet();
  }

  void blocked() {
    blocked.incrementAndGet();
  }

  void handshakeFailed() {
    handshakesFailed.incrementAndGet();
  }

  public long malformedCount() {
    return malformed.get();
  }

  public long droppedCount() {
    return dropped.get();
  }

  public long blockedCount() {
    return blocked.get();
  }

  public long handshakesFailedCount() {
    return handshakesFailed.get();
  }

  public Map<String, Long> requestsReceived() {
    return byMethod(requestsReceived);
  }

  public Map<String, Long> requestsSent() {
    return byMethod(requestsSent);
  }

  public Map<Integer, Long> responsesReceived() {
    return byCode(responsesReceived);
  }

  public Map<Integer, Long> responsesSent() {
    return byCode(responsesSent);
  }

  private static Map<String, Long> byMethod(AtomicLongArray counts) {
    Map<String, Long> result = new LinkedHashMap<>();
    for (int i = 0; i < counts.length(); i++) {
      if (counts.get(i) > 0) {
        result.put(METHODS.get(i), counts.get(i));
      }
    }
    return result;
  }

  private static Map<Integer, Long> byCode(AtomicLongArray counts) {
    Map<Integer, Long> result = new TreeMap<>();
    for (int i = 0; i < counts.length(); i++) {
      if (counts.get(i) > 0) {
        result.put(i, counts.get(i));
      }
    }
    return result;
  }
}
