package org.comuta.sip.container.stack;

import gov.nist.core.net.AddressResolver;
import gov.nist.javax.sip.DefaultAddressResolver;
import gov.nist.javax.sip.stack.HopImpl;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sip.address.Hop;

/**
 * Finds the address of a next hop that is given by name, as the Contact of a peer may be. Call
 * control resolves the names an administrator configured beforehand; what comes here was chosen by
 * a stranger, so a lane waits for it only briefly, and not at all when many are asked for at once.
 * A lookup goes on behind it, and the next message finds its result.
 */
final class HopResolver implements AddressResolver {

  private static final long WAIT_MILLIS = 300;
  private static final long KEEP_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final int MAX_NAMES = 500;
  private static final int MAX_PENDING = 20;

  private final AddressResolver defaultPorts = new DefaultAddressResolver();
  private final Map<String, Lookup> lookups = new ConcurrentHashMap<>();

  private record Lookup(CompletableFuture<String> address, long began) {

    boolean isOld() {
      return System.nanoTime() - began > KEEP_NANOS;
    }
  }

  /** A hop whose name is unknown comes back as it is; the transports refuse names. */
  @Override
  public Hop resolveAddress(Hop hop) {
    Hop complete = defaultPorts.resolveAddress(hop);
    String host = complete.getHost();
    if (isNumeric(host)) {
      return complete;
    }
    try {
      long pending = pending();
      String address =
          lookup(host).get(pending > MAX_PENDING ? 0 : WAIT_MILLIS, TimeUnit.MILLISECONDS);
      return new HopImpl(address, complete.getPort(), complete.getTransport());
    } catch (ExecutionException | TimeoutException unknown) {
      return complete;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return complete;
    }
  }

  /** A cheap guess: a host name must not end with a digit in its last label, nor hold a colon. */
  private static boolean isNumeric(String host) {
    char last = host.charAt(host.length() - 1);
    return last == ']' || Character.isDigit(last) || host.indexOf(':') >= 0;
  }

  private CompletableFuture<String> lookup(String host) {
    Lookup known = lookups.get(host);
    if (known != null && !known.isOld()) {
      return known.address();
    }
    if (lookups.size() >= MAX_NAMES) {
      lookups.values().removeIf(Lookup::isOld);
      if (lookups.size() >= MAX_NAMES) {
        return CompletableFuture.failedFuture(new UnknownHostException(host));
      }
    }
    Lookup fresh = new Lookup(new CompletableFuture<>(), System.nanoTime());
    lookups.put(host, fresh);
    Thread.ofVirtual().name("comuta-sip-dns").start(() -> ask(host, fresh.address()));
    return fresh.address();
  }

  private static void ask(String host, CompletableFuture<String> answer) {
    try {
      answer.complete(InetAddress.getByName(host).getHostAddress());
    } catch (UnknownHostException e) {
      answer.completeExceptionally(e);
    }
  }

  private long pending() {
    return lookups.values().stream().filter(lookup -> !lookup.address().isDone()).count();
  }
}
