package org.comuta.nap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.comuta.nap.Identity.AnyPort;
import org.comuta.nap.Identity.Endpoint;
import org.comuta.network.SipTransport;

/**
 * By which names neighbours over TLS are known, by our interface and their address, and where they
 * listen. Immutable.
 */
final class TlsNames {
  private final Map<AnyPort, List<String>> names = new HashMap<>();
  private final Set<Endpoint> listening = new HashSet<>();

  /**
   * @param naps in order of their names
   * @param addressesOf the addresses of a host name
   */
  TlsNames(Collection<Nap> naps, Function<String, List<String>> addressesOf) {
    for (Nap nap : naps) {
      if (nap.enabled() && nap.transport() == SipTransport.TLS) {
        int port = nap.port() == 0 ? SipTransport.TLS.defaultPort() : nap.port();
        for (String host : NapTable.hosts(nap).keySet()) {
          add(nap, host, addressesOf.apply(host));
          listens(nap, host, port, addressesOf);
        }
        Identity.proxies(nap)
            .keySet()
            .forEach(proxy -> listens(nap, proxy.host(), proxy.port(), addressesOf));
      }
    }
  }

  private void add(Nap nap, String host, List<String> addresses) {
    for (String address : addresses) {
      List<String> known =
          names.computeIfAbsent(
              new AnyPort(nap.sipInterface(), address), ignored -> new ArrayList<>(1));
      if (!known.contains(host)) {
        known.add(host);
      }
    }
  }

  private void listens(Nap nap, String host, int port, Function<String, List<String>> addressesOf) {
    for (String address : addressesOf.apply(host)) {
      listening.add(endpoint(nap.sipInterface(), address, port));
    }
  }

  private static Endpoint endpoint(String at, String address, int port) {
    return new Endpoint(at, address, port, SipTransport.TLS);
  }

  List<String> of(String at, String address) {
    return List.copyOf(names.getOrDefault(new AnyPort(at, address), List.of()));
  }

  boolean listens(String at, String address, int port) {
    return listening.contains(endpoint(at, address, port));
  }
}
