package org.comuta.live;

import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.util.List;
import java.util.Set;
import org.comuta.security.ComutaAuthentication;
import org.jspecify.annotations.Nullable;

/**
 * Pushes to a page what it looks at. The page says how often and what, in one line: {@code live
 * now,system}, {@code 5 calls}, {@code paused}; it is answered with the same JSON as by {@link
 * LiveServlet}, of what has changed.
 */
@ServerEndpoint(
    value = ComutaAuthentication.LIVE_PATH + "/socket",
    configurator = LiveHandshake.class)
public class LiveSocket {
  private static final int LONGEST_MESSAGE = 500;
  private static final long SEND_TIMEOUT_MILLIS = 10_000;
  private static final int LONGEST_PAUSE = 60;

  @Inject private LiveViewers viewers;

  private @Nullable Viewer viewer;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public LiveSocket() {}

  @OnOpen
  public void open(Session socket, EndpointConfig config) {
    LiveHandshake.Who who = LiveHandshake.who(config.getUserProperties());
    socket.setMaxTextMessageBufferSize(LONGEST_MESSAGE);
    socket.setMaxIdleTimeout(0);
    socket.getAsyncRemote().setSendTimeout(SEND_TIMEOUT_MILLIS);
    if (who == null) {
      new Viewer(socket, "", Set.of(), () -> false).close(CloseReason.CloseCodes.VIOLATED_POLICY);
      return;
    }
    Viewer opened = new Viewer(socket, who.sessionId(), who.rights(), who.letIn());
    if (viewers.add(opened)) {
      viewer = opened;
    } else {
      opened.close(CloseReason.CloseCodes.TRY_AGAIN_LATER);
    }
  }

  @OnMessage
  public void look(String line) {
    Viewer who = viewer;
    if (who == null) {
      return;
    }
    String[] words = line.split(" ", 2);
    List<Topic> topics = words.length < 2 ? List.of() : LiveServlet.asked(words[1]);
    who.look(topics, words[0].equals("live") ? 1 : seconds(words[0]));
    viewers.serve(who);
  }

  /** A number of seconds; what is none is the longest pause. */
  private static int seconds(String word) {
    return word.matches("[1-9][0-9]?")
        ? Math.min(LONGEST_PAUSE, Integer.parseInt(word))
        : LONGEST_PAUSE;
  }

  @OnError
  public void broken(Throwable failure) {
    // The line is gone, or what came was no line of ours; the end follows.
  }

  @OnClose
  public void closed() {
    Viewer who = viewer;
    if (who != null) {
      viewers.remove(who);
    }
  }
}
