package org.comuta.webhook;

import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.comuta.network.TrustedAuthorities;

/**
 * HTTP clients: one for all webhooks that trust the authorities of the platform, and one for each
 * that trusts its own. None follows redirects. Any thread.
 */
final class Clients implements AutoCloseable {
  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);

  /** One that trusts these authorities. */
  private record Trusting(String certificates, HttpClient http) {}

  private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient usual = builder().build();
  private final Map<String, Trusting> byWebhook = new HashMap<>();

  private HttpClient.Builder builder() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(LONGEST_CONNECT)
        .executor(threads);
  }

  /**
   * The one for this webhook, as it is configured now.
   *
   * @throws GeneralSecurityException when its certificates cannot be used
   */
  synchronized HttpClient of(Webhook webhook) throws GeneralSecurityException {
    String certificates = webhook.certificates();
    Trusting known = byWebhook.get(webhook.name());
    if (known != null && known.certificates().equals(certificates)) {
      return known.http();
    }
    if (known != null) {
      // What is under way ends in order.
      byWebhook.remove(webhook.name());
      known.http().shutdown();
    }
    if (certificates.isBlank()) {
      return usual;
    }
    HttpClient own = builder().sslContext(TrustedAuthorities.context(certificates)).build();
    byWebhook.put(webhook.name(), new Trusting(certificates, own));
    return own;
  }

  @Override
  public synchronized void close() {
    usual.shutdownNow();
    byWebhook.values().forEach(one -> one.http().shutdownNow());
    byWebhook.clear();
  }
}
