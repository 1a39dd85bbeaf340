package org.comuta.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Finds addresses by the name service of the machine, several names at a time, within one time
 * limit for all of them. Any thread.
 */
public final class DnsResolver implements HostResolver, AutoCloseable {
  private static final int THREADS = 8;
  private static final Duration IDLE = Duration.ofSeconds(10);

  private final Duration limit;
  private final ThreadPoolExecutor threads;

  public DnsResolver(Duration limit) {
    this.limit = limit;
    // Platform threads: the name service blocks in native code and would pin virtual ones.
    this.threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE.toMillis(),
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("name-service-", 0).factory());
    threads.allowCoreThreadTimeOut(true);
  }

  @Override
  public Map<String, List<String>> resolve(Collection<String> names) {
    Map<String, Future<List<String>>> asked = new LinkedHashMap<>();
    names.forEach(name -> asked.put(name, threads.submit(() -> addresses(name))));
    long end = System.nanoTime() + limit.toNanos();
    Map<String, List<String>> found = new LinkedHashMap<>();
    asked.forEach((name, answer) -> take(name, answer, end, found));
    return found;
  }

  private static void take(
      String name, Future<List<String>> answer, long end, Map<String, List<String>> found) {
    try {
      long left = Math.max(0, end - System.nanoTime());
      List<String> addresses = answer.get(left, TimeUnit.NANOSECONDS);
      if (!addresses.isEmpty()) {
        found.put(name, addresses);
      }
    } catch (TimeoutException e) {
      answer.cancel(true);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the name service failed for " + name, e.getCause());
    }
  }

  private static List<String> addresses(String name) {
    try {
      List<String> addresses = new ArrayList<>();
      Stream.of(InetAddress.getAllByName(name))
          .map(address -> Addresses.canonical(address.getHostAddress()))
          .filter(address -> address != null && !addresses.contains(address))
          .forEach(addresses::add);
      return List.copyOf(addresses);
    } catch (UnknownHostException e) {
      return List.of();
    }
  }

  /** Stops; questions under way are abandoned. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
