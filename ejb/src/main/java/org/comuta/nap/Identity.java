package org.comuta.nap;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.comuta.network.Addresses;
import org.comuta.network.HostPort;
import org.comuta.network.SipTransport;

/**
 * One sign by which the calls of a NAP are known, at one of our interfaces (empty: where the server
 * itself listens). No two enabled NAPs may have the same one. Hosts are host names in lower case or
 * canonical addresses.
 */
sealed interface Identity {
  /** The interface it holds at. */
  String at();

  /** The host itself, without the port. */
  String host();

  /** Address, port and transport of the packet. */
  record Endpoint(String at, String host, int port, SipTransport transport) implements Identity {
    @Override
    public String toString() {
      return new HostPort(host, port) + " over " + transport + place(at);
    }
  }

  /** The address of the packet, whatever its port. */
  record AnyPort(String at, String host) implements Identity {
    @Override
    public String toString() {
      return "every port of " + host + place(at);
    }
  }

  /** The host of the From header, whatever the address. */
  record FromDomain(String at, String host) implements Identity {
    @Override
    public String toString() {
      return "the domain " + host + " from any address" + place(at);
    }
  }

  private static String place(String at) {
    return at.isEmpty() ? "" : " at the interface " + at;
  }

  /** The signs of an enabled NAP, each with the field it comes from; none of a disabled one. */
  static Map<Identity, String> of(Nap nap) {
    Map<Identity, String> identities = new LinkedHashMap<>();
    if (!nap.enabled()) {
      return identities;
    }
    if (nap.forceConfiguredProxy()) {
      proxies(nap).forEach((endpoint, field) -> claim(nap, endpoint, field, identities));
      return identities;
    }
    String at = nap.sipInterface();
    String domain = normal(nap.domain());
    claim(nap, new Endpoint(at, domain, nap.port(), nap.transport()), "domain", identities);
    if (nap.acceptAnyAddress() && !nap.sourceByPacketAddress()) {
      identities.put(new FromDomain(at, domain), "acceptAnyAddress");
    }
    return identities;
  }

  /** Where the proxies of a NAP listen. */
  static Map<Endpoint, String> proxies(Nap nap) {
    Map<Endpoint, String> endpoints = new LinkedHashMap<>();
    for (String proxy : nap.proxies()) {
      HostPort parsed = HostPort.parse(proxy);
      if (parsed != null) {
        Endpoint endpoint =
            new Endpoint(
                nap.sipInterface(),
                normal(parsed.host()),
                parsed.portOr(nap.transport().defaultPort()),
                nap.transport());
        endpoints.put(endpoint, "proxies");
      }
    }
    return endpoints;
  }

  private static void claim(
      Nap nap, Endpoint endpoint, String field, Map<Identity, String> identities) {
    // Port 0 is found by DNS when we call; a call from there may have any.
    if (endpoint.port() == 0) {
      identities.put(new AnyPort(endpoint.at(), endpoint.host()), "port");
    } else {
      identities.put(endpoint, field);
    }
    if (nap.ignoreSourcePort()) {
      identities.put(new AnyPort(endpoint.at(), endpoint.host()), "ignoreSourcePort");
    }
  }

  /** The one spelling of a host name or address. */
  static String normal(String host) {
    String bare =
        host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    String address = Addresses.canonical(bare);
    if (address != null) {
      return address;
    }
    String name = bare.toLowerCase(Locale.ROOT);
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }
}
