package org.comuta.identity.provider;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.comuta.network.TrustedAuthorities;

/**
 * Requests to one provider: they end with the time limit, take no long answers and follow no
 * redirects. Any thread.
 */
final class ProviderHttp implements ResourceRetriever, AutoCloseable {
  private static final int MOST_OCTETS = 512 * 1024;

  private final HttpClient client;
  private final Duration limit;

  ProviderHttp(IdentityProvider provider) throws ProviderException {
    limit = Duration.ofSeconds(provider.timeLimit());
    try {
      client =
          HttpClient.newBuilder()
              .connectTimeout(limit)
              .followRedirects(HttpClient.Redirect.NEVER)
              .sslContext(TrustedAuthorities.context(provider.certificates()))
              .build();
    } catch (GeneralSecurityException unusable) {
      throw ProviderException.away("certificates: " + unusable.getMessage());
    }
  }

  /** The body of a successful answer. */
  String get(URI address) throws ProviderException {
    HttpResponse<String> answer =
        send(HttpRequest.newBuilder(address).header("Accept", "application/json").GET());
    if (answer.statusCode() != 200) {
      throw ProviderException.away(address + " answers " + answer.statusCode());
    }
    return answer.body();
  }

  /** The answer to a form, whatever its status. */
  HttpResponse<String> post(URI address, String form, String authorization)
      throws ProviderException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Accept", "application/json")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return send(request);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws ProviderException {
    HttpRequest ready = request.timeout(limit).build();
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(
            ready,
            BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), MOST_OCTETS));
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      answer.cancel(true);
      throw ProviderException.away(ready.uri() + " does not answer in time");
    } catch (ExecutionException failed) {
      throw ProviderException.away(ready.uri() + ": " + failed.getCause());
    } catch (InterruptedException stopping) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw ProviderException.away("interrupted");
    }
  }

  /** For the keys. */
  @Override
  public Resource retrieveResource(URL url) throws IOException {
    try {
      return new Resource(get(URI.create(url.toString())), "application/json");
    } catch (ProviderException away) {
      throw new IOException(away.getMessage(), away);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
