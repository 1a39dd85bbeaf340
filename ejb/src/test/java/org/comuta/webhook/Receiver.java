package org.comuta.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** A small HTTP server on loopback that takes deliveries, or does not, as the test tells it. */
final class Receiver implements AutoCloseable {
  /** Answer that never comes. */
  static final int HANG = 0;

  /** What arrived. */
  record Arrived(String path, String id, String timestamp, String signature, String body) {}

  private final HttpServer server;
  private final BlockingQueue<Arrived> arrived = new LinkedBlockingQueue<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile Function<Arrived, Integer> answer = request -> 204;

  Receiver() {
    this(open());
  }

  /** One that speaks TLS with this identity. */
  Receiver(SSLContext tls) {
    this(openTls(tls));
  }

  private Receiver(HttpServer server) {
    this.server = server;
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private static HttpServer open() {
    try {
      return HttpServer.create(anyPort(), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpServer openTls(SSLContext tls) {
    try {
      HttpsServer server = HttpsServer.create(anyPort(), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(tls));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Arrived request =
          new Arrived(
              exchange.getRequestURI().getPath(),
              header(exchange, "webhook-id"),
              header(exchange, "webhook-timestamp"),
              header(exchange, "webhook-signature"),
              body);
      int status = answer.apply(request);
      arrived.add(request);
      if (status == HANG) {
        closing.await();
      } else {
        if (status == 503) {
          exchange.getResponseHeaders().add("Retry-After", "7");
        }
        exchange.sendResponseHeaders(status, -1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String header(HttpExchange exchange, String name) {
    List<String> values = exchange.getRequestHeaders().get(name);
    return values == null ? "" : values.getFirst();
  }

  /** What is answered from now on. */
  void answers(int status) {
    answer = request -> status;
  }

  /** What is answered from now on, by request. */
  void answers(Function<Arrived, Integer> by) {
    answer = by;
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** What arrives next; fails when nothing does. */
  Arrived next() throws InterruptedException {
    Arrived next = arrived.poll(60, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nothing arrived");
    }
    return next;
  }

  /** How many arrived and were not taken from here. */
  int left() {
    return arrived.size();
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
  }
}
