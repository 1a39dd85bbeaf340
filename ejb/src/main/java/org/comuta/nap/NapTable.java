package org.comuta.nap;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.comuta.description.Problem;
import org.comuta.description.Rule;
import org.comuta.network.Addresses;
import org.comuta.network.HostPort;
import org.jspecify.annotations.Nullable;

/**
 * All NAPs of a snapshot, and by what their calls are known. Immutable; nothing here asks a name
 * server.
 */
public final class NapTable {
  private static final int LONGEST_SHOWN = 64;

  private final SequencedMap<String, Nap> byName = new TreeMap<>();
  private final Map<String, List<String>> resolved;
  private final OriginIndex origins;
  private final TlsNames tls;
  private final List<NapWarning> warnings;

  /** A table in which host names have no addresses; literal addresses work. */
  public NapTable(Collection<Nap> naps) {
    this(naps, Map.of());
  }

  /**
   * @param addresses addresses of the host names, from {@link #hostNames}; a name without is not
   *     known by address
   */
  public NapTable(Collection<Nap> naps, Map<String, List<String>> addresses) {
    naps.forEach(nap -> byName.put(nap.name(), nap));
    resolved = Map.copyOf(addresses);
    origins = new OriginIndex(byName.values(), this::addressesOf);
    tls = new TlsNames(byName.values(), this::addressesOf);
    List<NapWarning> all = new ArrayList<>(origins.warnings());
    byName.values().stream().filter(Nap::enabled).forEach(nap -> unresolved(nap, all));
    warnings = List.copyOf(all);
  }

  /** The host names that enabled NAPs and their proxies use, to be resolved beforehand. */
  public static Set<String> hostNames(Collection<Nap> naps) {
    Set<String> names = new LinkedHashSet<>();
    for (Nap nap : naps) {
      if (nap.enabled()) {
        hosts(nap).keySet().stream()
            .filter(host -> Addresses.canonical(host) == null)
            .forEach(names::add);
      }
    }
    return names;
  }

  static Map<String, String> hosts(Nap nap) {
    Map<String, String> hosts = new TreeMap<>();
    hosts.put(Identity.normal(nap.domain()), "domain");
    for (String proxy : nap.proxies()) {
      HostPort parsed = HostPort.parse(proxy);
      if (parsed != null) {
        hosts.putIfAbsent(Identity.normal(parsed.host()), "proxies");
      }
    }
    return hosts;
  }

  private void unresolved(Nap nap, List<NapWarning> all) {
    hosts(nap)
        .forEach(
            (host, field) -> {
              if (addressesOf(host).isEmpty()) {
                String message = "The host name " + host + " has no address now.";
                Problem problem = new Problem(field, "warning", message);
                all.add(new NapWarning(nap.name(), problem.by(Rule.NAP_WITHOUT_ADDRESS, host)));
              }
            });
  }

  /** The NAP of this name, enabled or not; null when there is none. */
  public @Nullable Nap find(String name) {
    return byName.get(name);
  }

  /** All NAPs, in order of their names. */
  public Collection<Nap> all() {
    return byName.sequencedValues();
  }

  /** Where the enabled NAPs are: the addresses of their domains and proxies. */
  public Set<InetAddress> neighbours() {
    return byName.values().stream()
        .filter(Nap::enabled)
        .flatMap(nap -> hosts(nap).keySet().stream())
        .flatMap(host -> addressesOf(host).stream())
        .map(InetAddress::ofLiteral)
        .collect(Collectors.toSet());
  }

  /** What an administrator should know of the NAPs as they were resolved. */
  public List<NapWarning> warnings() {
    return warnings;
  }

  /**
   * The addresses of a host name as they were when the snapshot was compiled; of a literal address
   * itself. Empty when there are none.
   */
  public List<String> addressesOf(String host) {
    String normal = Identity.normal(host);
    List<String> known = resolved.get(normal);
    if (known != null) {
      return known;
    }
    return Addresses.canonical(normal) == null ? List.of() : List.of(normal);
  }

  /**
   * The names that the NAPs which are reached over TLS at this interface give this literal address,
   * in order of the NAPs; a certificate of the neighbour there bears one of them.
   */
  public List<String> tlsNames(String at, String address) {
    return tls.of(at, spelled(address));
  }

  /** Whether a NAP that is reached over TLS at this interface listens at this literal address. */
  public boolean listensOverTls(String at, String address, int port) {
    return tls.listens(at, spelled(address), port);
  }

  /**
   * The NAP a call came from, of those at the interface it came in at: by address, port and
   * transport of the packet (on connections also by the announced port), then by the address alone,
   * then by the domain of From. Disabled NAPs match nothing.
   */
  public OriginMatch findOrigin(Source source) {
    String at = source.interfaceName();
    String address = spelled(source.address());
    Nap nap = origins.byEndpoint(at, address, source.port(), source.transport());
    if (nap != null) {
      return new OriginMatch(nap, "address and port " + written(address, source.port()));
    }
    if (source.transport().hasConnections()) {
      nap = origins.byEndpoint(at, address, source.announcedPort(), source.transport());
      if (nap != null) {
        return new OriginMatch(
            nap, "address and announced port " + written(address, source.announcedPort()));
      }
    }
    nap = origins.byAddress(at, address);
    if (nap != null) {
      return new OriginMatch(nap, "address " + address);
    }
    nap = origins.byDomain(at, source.fromDomain());
    if (nap != null) {
      return new OriginMatch(nap, "domain of From " + shown(source.fromDomain()));
    }
    return new OriginMatch(
        null,
        "no enabled NAP is known by "
            + written(address, source.port())
            + " over "
            + source.transport()
            + " or by the domain "
            + shown(source.fromDomain())
            + (at.isEmpty() ? "" : " at the interface " + at));
  }

  // A packet's IPv4 address has one spelling already, and most calls come from one.
  private static String spelled(String address) {
    String canonical = address.indexOf(':') < 0 ? address : Addresses.canonical(address);
    return canonical == null ? address : canonical;
  }

  private static String written(String address, int port) {
    return new HostPort(address, port).toString();
  }

  private static String shown(String text) {
    return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
  }
}
