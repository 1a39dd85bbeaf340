package org.comuta.nap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.comuta.description.Problem;
import org.comuta.description.Rule;
import org.comuta.nap.Identity.AnyPort;
import org.comuta.nap.Identity.Endpoint;
import org.comuta.nap.Identity.FromDomain;
import org.comuta.network.Addresses;
import org.comuta.network.SipTransport;
import org.jspecify.annotations.Nullable;

/**
 * Finds the NAP a call came from with at most four looks into a hash map. Immutable.
 *
 * <p>A proxy of a NAP that does not insist on its proxies stands for that NAP only as long as no
 * other NAP claims the same address and port: several NAPs may be reached through one proxy.
 */
final class OriginIndex {
  private final Map<Endpoint, Nap> byEndpoint = new HashMap<>();
  private final Map<AnyPort, Nap> byAddress = new HashMap<>();
  private final Map<FromDomain, Nap> byDomain = new HashMap<>();
  private final List<NapWarning> warnings = new ArrayList<>();

  /**
   * @param naps in order of their names
   * @param addressesOf the addresses of a host name
   */
  OriginIndex(Collection<Nap> naps, Function<String, List<String>> addressesOf) {
    Map<AnyPort, Set<Nap>> users = new HashMap<>();
    // Who names an address literally wins over who names it by a host name.
    List<Nap> ordered =
        naps.stream()
            .sorted(Comparator.comparing((Nap nap) -> Addresses.canonical(nap.domain()) == null))
            .toList();
    Map<Endpoint, List<Nap>> reachedThrough = new LinkedHashMap<>();
    for (Nap nap : ordered) {
      Identity.of(nap)
          .forEach((identity, field) -> claim(nap, identity, field, addressesOf, users));
      if (nap.enabled() && !nap.forceConfiguredProxy()) {
        for (Endpoint proxy : Identity.proxies(nap).keySet()) {
          for (String address : addressesOf.apply(proxy.host())) {
            Endpoint endpoint = new Endpoint(proxy.at(), address, proxy.port(), proxy.transport());
            reachedThrough.computeIfAbsent(endpoint, ignored -> new ArrayList<>()).add(nap);
            users
                .computeIfAbsent(new AnyPort(proxy.at(), address), ignored -> new HashSet<>())
                .add(nap);
          }
        }
      }
    }
    reachedThrough.forEach(
        (endpoint, through) -> {
          if (through.size() == 1) {
            byEndpoint.putIfAbsent(endpoint, through.getFirst());
          }
        });
    users.forEach(
        (address, all) -> {
          if (all.size() == 1) {
            byAddress.putIfAbsent(address, all.iterator().next());
          }
        });
  }

  private void claim(
      Nap nap,
      Identity identity,
      String field,
      Function<String, List<String>> addressesOf,
      Map<AnyPort, Set<Nap>> users) {
    if (identity instanceof FromDomain domain) {
      taken(nap, identity, field, byDomain.putIfAbsent(domain, nap));
      return;
    }
    for (String address : addressesOf.apply(identity.host())) {
      AnyPort whole = new AnyPort(identity.at(), address);
      users.computeIfAbsent(whole, ignored -> new HashSet<>()).add(nap);
      switch (identity) {
        case Endpoint(String at, String host, int port, SipTransport transport) -> {
          Endpoint endpoint = new Endpoint(at, address, port, transport);
          taken(nap, endpoint, field, byEndpoint.putIfAbsent(endpoint, nap));
        }
        case AnyPort any -> taken(nap, whole, field, byAddress.putIfAbsent(whole, nap));
        case FromDomain other -> throw new IllegalStateException("no address: " + other);
      }
    }
  }

  // Names can turn out to have the same address only when they are resolved.
  private void taken(Nap nap, Identity identity, String field, @Nullable Nap before) {
    if (before != null && !before.name().equals(nap.name())) {
      String message =
          identity + " already stands for the NAP " + before.name() + ", which it stays.";
      Problem problem = new Problem(field, "warning", message);
      warnings.add(new NapWarning(nap.name(), problem.by(Rule.NAP_TAKEN, identity, before.name())));
    }
  }

  List<NapWarning> warnings() {
    return warnings;
  }

  @Nullable Nap byEndpoint(String at, String address, int port, SipTransport transport) {
    return byEndpoint.get(new Endpoint(at, address, port, transport));
  }

  @Nullable Nap byAddress(String at, String address) {
    return byAddress.get(new AnyPort(at, address));
  }

  @Nullable Nap byDomain(String at, String domain) {
    return byDomain.isEmpty() ? null : byDomain.get(new FromDomain(at, Identity.normal(domain)));
  }
}
