package org.comuta.interfaces;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.comuta.description.ObjectDescription;
import org.comuta.description.ObjectKind;
import org.comuta.description.ObjectSet;
import org.comuta.description.Problem;
import org.comuta.description.Rule;
import org.comuta.network.Addresses;
import org.comuta.network.SipTransport;

/** Interfaces as a kind of configuration object: no port may be of two of them, or the server's. */
public final class InterfaceRules implements ObjectKind<NetworkInterface> {
  private static final ObjectDescription<NetworkInterface> DESCRIPTION =
      ObjectDescription.of(NetworkInterface.class);
  private static final Function<ObjectSet, Map<SipPort, List<String>>> OWNERS =
      InterfaceRules::owners;
  private static final int FIRST_UNPRIVILEGED = 1024;

  private final ServerPort server;

  /** With the port that this server was started with. */
  public InterfaceRules() {
    this(ServerPort.fromSystemProperties());
  }

  InterfaceRules(ServerPort server) {
    this.server = server;
  }

  @Override
  public ObjectDescription<NetworkInterface> description() {
    return DESCRIPTION;
  }

  @Override
  public List<Problem> check(NetworkInterface one, ObjectSet all) {
    List<Problem> problems = new ArrayList<>();
    address(one, problems);
    media(one, problems);
    if (one.serves(InterfaceService.SIP) && Interfaces.ports(one).isEmpty()) {
      problems.add(
          new Problem(
                  "services", "conflict", "services: SIP needs udpPort, tcpPort or tlsCertificate.")
              .by(Rule.INTERFACE_WITHOUT_PORT));
    }
    if (one.sipPort(SipTransport.TLS) != 0
        && one.sipPort(SipTransport.TLS) == one.sipPort(SipTransport.TCP)) {
      problems.add(taken(new SipPort(one.address(), one.tlsPort(), SipTransport.TLS), one.name()));
    }
    Map<SipPort, List<String>> owners = all.derived(OWNERS);
    for (SipPort port : Interfaces.ports(one)) {
      if (server.covers(port)) {
        problems.add(ofServer(port));
      }
      owners.getOrDefault(socket(port), List.of()).stream()
          .filter(name -> !name.equals(one.name()))
          .findFirst()
          .ifPresent(other -> problems.add(taken(port, other)));
    }
    return problems;
  }

  /** Which interfaces have each port, in order of their names. */
  private static Map<SipPort, List<String>> owners(ObjectSet all) {
    Map<SipPort, List<String>> owners = new HashMap<>();
    for (NetworkInterface one : all.all(NetworkInterface.class)) {
      for (SipPort port : Interfaces.ports(one)) {
        owners.computeIfAbsent(socket(port), _ -> new ArrayList<>(1)).add(one.name());
      }
    }
    return owners;
  }

  /** TLS has no ports of its own, but those of TCP. */
  private static SipPort socket(SipPort port) {
    return port.transport() == SipTransport.TLS
        ? new SipPort(port.address(), port.port(), SipTransport.TCP)
        : port;
  }

  private static Problem taken(SipPort port, String other) {
    String field = field(port.transport());
    return new Problem(
            field, "conflict", field + ": " + port + " is of the interface " + other + " already.")
        .by(Rule.INTERFACE_PORT_TAKEN, port.transport(), port.hostPort(), other);
  }

  private static Problem ofServer(SipPort port) {
    String field = field(port.transport());
    return new Problem(
            field, "conflict", field + ": " + port + " is where the server itself listens.")
        .by(Rule.INTERFACE_PORT_OF_SERVER, port.transport(), port.hostPort());
  }

  /** The field that says where SIP listens over this transport. */
  public static String field(SipTransport transport) {
    return switch (transport) {
      case UDP -> "udpPort";
      case TCP -> "tcpPort";
      case TLS -> "tlsPort";
    };
  }

  // What a neighbour is told must lead to this host and no other.
  private static void address(NetworkInterface one, List<Problem> problems) {
    if (!Addresses.mayBeOneHost(one.address())) {
      problems.add(
          new Problem(
                  "address",
                  "syntax",
                  "address: " + one.address() + " is no address of one host alone.")
              .by(Rule.ADDRESS_OF_MANY, one.address()));
    }
  }

  private static void media(NetworkInterface one, List<Problem> problems) {
    int first = one.mediaPortFirst();
    int last = one.mediaPortLast();
    if (first == 0 && last == 0) {
      return;
    }
    if (first < FIRST_UNPRIVILEGED || first % 2 != 0) {
      problems.add(
          new Problem(
                  "mediaPortFirst",
                  "range",
                  "mediaPortFirst must be an even number from "
                      + FIRST_UNPRIVILEGED
                      + " on, or 0 together with mediaPortLast.")
              .by(Rule.MEDIA_PORT_FIRST, FIRST_UNPRIVILEGED));
    } else if (last % 2 == 0 || last < first) {
      problems.add(
          new Problem(
                  "mediaPortLast",
                  "range",
                  "mediaPortLast must be an odd number above mediaPortFirst.")
              .by(Rule.MEDIA_PORT_LAST));
    }
  }
}
