package org.comuta.live;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.comuta.identity.Right;

/**
 * One page that looks. It is sent what has changed of its topics, and nothing while the last
 * message is still on its way, so that a slow line holds up nobody and nothing piles up. Any
 * thread.
 */
final class Viewer {
  /** The session of the portal has ended. */
  private static final CloseReason.CloseCode SIGNED_OUT = CloseReason.CloseCodes.getCloseCode(4401);

  private static final int LONGEST_SILENCE = 15;

  private final Session socket;
  private final String sessionId;
  private final BooleanSupplier letIn;
  private final AtomicBoolean sending = new AtomicBoolean();
  private final Map<Topic, String> sent = new EnumMap<>(Topic.class);
  private volatile Set<Right> rights;
  private volatile List<Topic> topics = List.of();
  private volatile int every = 1;
  private long lastTurn;
  private int silence;

  /**
   * @param letIn whether the socket would still come in
   */
  Viewer(Session socket, String sessionId, Set<Right> rights, BooleanSupplier letIn) {
    this.socket = socket;
    this.sessionId = sessionId;
    this.rights = rights;
    this.letIn = letIn;
  }

  String sessionId() {
    return sessionId;
  }

  void may(Set<Right> now) {
    rights = now;
  }

  /** Whether access lists and interfaces still let it in. */
  boolean isLetIn() {
    return letIn.getAsBoolean();
  }

  /** Looks at these topics from now on, every so many seconds; none to pause. */
  synchronized void look(List<Topic> asked, int seconds) {
    topics = asked;
    every = seconds;
    lastTurn = 0;
    sent.clear();
  }

  /** Sends what has changed, when it is its turn in this second. */
  synchronized void turn(long second, LiveTopics live) {
    if (second - lastTurn < every || topics.isEmpty() || !sending.compareAndSet(false, true)) {
      return;
    }
    lastTurn = second;
    StringBuilder message = new StringBuilder("{");
    for (Topic topic : topics) {
      String json = rights.contains(topic.needed()) ? live.json(topic) : "";
      if (!json.isEmpty() && !json.equals(sent.put(topic, json))) {
        message.append(message.length() > 1 ? "," : "").append('"').append(topic.word());
        message.append("\":").append(json);
      }
    }
    silence = message.length() > 1 ? 0 : silence + every;
    if (message.length() > 1 || silence >= LONGEST_SILENCE) {
      silence = 0;
      send(message.append('}').toString());
    } else {
      sending.set(false);
    }
  }

  private void send(String message) {
    try {
      socket.getAsyncRemote().sendText(message, this::arrived);
    } catch (IllegalStateException gone) {
      close(CloseReason.CloseCodes.GOING_AWAY);
    }
  }

  private void arrived(SendResult result) {
    sending.set(false);
    if (!result.isOK()) {
      close(CloseReason.CloseCodes.GOING_AWAY);
    }
  }

  /** Its session has ended: it has to sign in again. */
  void signedOut() {
    close(SIGNED_OUT);
  }

  void close(CloseReason.CloseCode code) {
    try {
      socket.close(new CloseReason(code, ""));
    } catch (IOException | IllegalStateException gone) {
      // It is closed then.
    }
  }
}
