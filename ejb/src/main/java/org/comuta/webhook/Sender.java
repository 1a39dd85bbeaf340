package org.comuta.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.comuta.secret.Secret;
import org.comuta.secret.Secrets;
import org.comuta.secret.UnreadableSecretException;
import org.jspecify.annotations.Nullable;

/** Sends one delivery and says what came of it. Any thread; blocks within the time limit. */
final class Sender implements AutoCloseable {
  private static final int GONE = 410;
  private static final long LONGEST_RETRY_AFTER_SECONDS = 3_600;

  /**
   * What came of it.
   *
   * @param status HTTP status; null without an answer
   * @param error empty when it was taken
   * @param hopeless whether sending it again is of no use
   * @param retryAfter what the other asked to wait; null when it did not
   */
  record Outcome(
      @Nullable Integer status, String error, boolean hopeless, @Nullable Duration retryAfter) {
    boolean taken() {
      return error.isEmpty();
    }

    static Outcome failed(String error) {
      return new Outcome(null, error, false, null);
    }
  }

  private final Clients clients = new Clients();
  private final Secrets secrets;
  private final InstantSource clock;

  Sender(Secrets secrets, InstantSource clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  Outcome send(Webhook webhook, Delivery delivery) throws InterruptedException {
    CompletableFuture<HttpResponse<Void>> answer;
    try {
      URI uri = URI.create(webhook.url());
      if (!webhook.allowLocal() && Targets.resolvesToLocal(uri.getHost())) {
        return Outcome.failed("the address is of this machine or its link");
      }
      HttpRequest request = request(webhook, uri, delivery);
      answer = clients.of(webhook).sendAsync(request, BodyHandlers.discarding());
    } catch (IOException | IllegalArgumentException | UnreadableSecretException e) {
      return Outcome.failed(message(e));
    } catch (GeneralSecurityException unusable) {
      return Outcome.failed("certificates: " + unusable.getMessage());
    }
    try {
      return of(answer.get(webhook.timeout(), TimeUnit.SECONDS));
    } catch (TimeoutException e) {
      answer.cancel(true);
      return Outcome.failed("no answer within " + webhook.timeout() + " s");
    } catch (ExecutionException e) {
      return Outcome.failed(message(e.getCause() == null ? e : e.getCause()));
    }
  }

  private HttpRequest request(Webhook webhook, URI uri, Delivery delivery) {
    Instant now = clock.instant();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .header("User-Agent", "Comuta")
            .header("webhook-id", delivery.id())
            .header("webhook-timestamp", String.valueOf(now.getEpochSecond()))
            .header("comuta-event", delivery.eventType())
            .POST(BodyPublishers.ofString(delivery.body()));
    String secret =
        webhook.secret().open(secrets, Secret.place("webhook", webhook.name(), "secret"));
    if (!secret.isEmpty()) {
      request.header(
          "webhook-signature", Signature.of(secret, delivery.id(), now, delivery.body()));
    }
    return request.build();
  }

  private static Outcome of(HttpResponse<Void> response) {
    int status = response.statusCode();
    if (status >= 200 && status < 300) {
      return new Outcome(status, "", false, null);
    }
    return new Outcome(status, "answered " + status, status == GONE, retryAfter(response));
  }

  private static @Nullable Duration retryAfter(HttpResponse<Void> response) {
    String value = response.headers().firstValue("Retry-After").orElse("");
    return value.matches("[0-9]{1,9}")
        ? Duration.ofSeconds(Math.min(Long.parseLong(value), LONGEST_RETRY_AFTER_SECONDS))
        : null;
  }

  private static String message(Throwable failure) {
    String name = failure.getClass().getSimpleName();
    return failure.getMessage() == null ? name : name + ": " + failure.getMessage();
  }

  @Override
  public void close() {
    clients.close();
  }
}
