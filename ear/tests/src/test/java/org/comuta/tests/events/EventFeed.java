package org.comuta.tests.events;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client of the feed of events. */
final class EventFeed implements AutoCloseable {
  private final BlockingQueue<JsonObject> events = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> ended = new CompletableFuture<>();
  private final WebSocket socket;

  /** Opens it; fails with the answer of the server when that refuses. */
  EventFeed(URI base, String authorization, String query) {
    this(base, "127.0.0.1", authorization, query);
  }

  /** The same from an address of this machine. */
  EventFeed(URI base, String from, String authorization, String query) {
    URI address =
        URI.create("ws://" + base.getHost() + ":" + base.getPort() + "/api/v1/events" + query);
    socket =
        HttpClient.newBuilder()
            .localAddress(InetAddress.ofLiteral(from))
            .build()
            .newWebSocketBuilder()
            .header("Authorization", authorization)
            .buildAsync(address, new Reader())
            .join();
  }

  private final class Reader implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        try (JsonReader reader = Json.createReader(new StringReader(text.toString()))) {
          events.add(reader.readObject());
        }
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      ended.complete(code);
      return null;
    }
  }

  /** The code that the server closes it with; fails when it does not. */
  int ended() {
    return ended.orTimeout(30, TimeUnit.SECONDS).join();
  }

  /** Whether it goes on. */
  boolean goesOn() {
    return !ended.isDone();
  }

  /** The next event; fails when none comes. */
  JsonObject next() throws InterruptedException {
    JsonObject next = events.poll(60, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("no event came");
    }
    return next;
  }

  @Override
  public void close() {
    socket.abort();
  }
}
