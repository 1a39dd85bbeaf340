package org.comuta.sip.container;

import java.util.List;
import java.util.Map;

/**
 * What the container does, read at one moment. Counts run since its start.
 *
 * @param state whether it takes calls
 * @param listening what is bound
 * @param requestsReceived by method; an unknown method counts as {@code other}
 * @param requestsSent by method
 * @param responsesReceived by status code
 * @param responsesSent by status code
 * @param malformed messages that could not be understood
 * @param dropped messages refused because a lane's queue was full, or not sent because the kernel
 *     had no room
 * @param handshakesFailed connections over TLS that did not come about
 * @param blocked messages and connections that were not taken because of where they came from
 * @param overloaded whether messages wait too long in the lanes' queues at present
 * @param laneQueues messages and tasks waiting, one number for each lane thread
 * @param applicationSessions sessions now held
 */
public record SipStatus(
    State state,
    List<Listening> listening,
    Map<String, Long> requestsReceived,
    Map<String, Long> requestsSent,
    Map<Integer, Long> responsesReceived,
    Map<Integer, Long> responsesSent,
    long malformed,
    long dropped,
    long handshakesFailed,
    long blocked,
    boolean overloaded,
    List<Integer> laneQueues,
    int applicationSessions) {

  /** The life of the container. */
  public enum State {
    STOPPED,
    RUNNING
  }

  /**
   * A bound port.
   *
   * @param transport {@code udp}, {@code tcp} or {@code tls}
   * @param address literal, in one spelling
   */
  public record Listening(String transport, String address, int port) {}
}
