package org.comuta.interfaces;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.comuta.network.Addresses;
import org.comuta.network.SipTransport;
import org.jspecify.annotations.Nullable;

/** The named interfaces of a snapshot that are in use. Immutable. */
public final class Interfaces {
  /** Stands for the address and ports that the server itself was started with. */
  public static final String OWN = "";

  /** No named interface. */
  public static final Interfaces NONE = new Interfaces(List.of());

  private final Map<String, NetworkInterface> byName = new TreeMap<>();
  private final Map<SipPort, String> byPort = new LinkedHashMap<>();
  private final Map<String, Set<InterfaceService>> services = new HashMap<>();

  /**
   * @param all those that are not enabled are left out
   */
  public Interfaces(Collection<NetworkInterface> all) {
    for (NetworkInterface one : all) {
      if (!one.enabled()) {
        continue;
      }
      byName.put(one.name(), one);
      ports(one).forEach(port -> byPort.put(port, one.name()));
      services
          .computeIfAbsent(address(one), _ -> EnumSet.noneOf(InterfaceService.class))
          .addAll(one.services());
    }
  }

  /** The ports that this interface has for SIP. */
  static List<SipPort> ports(NetworkInterface one) {
    return List.of(SipTransport.values()).stream()
        .filter(transport -> one.sipPort(transport) != 0)
        .map(transport -> new SipPort(address(one), one.sipPort(transport), transport))
        .toList();
  }

  private static String address(NetworkInterface one) {
    return Objects.requireNonNullElse(Addresses.canonical(one.address()), one.address());
  }

  /** Whether this interface is the one of this literal address. */
  public static boolean isAt(NetworkInterface one, String address) {
    return address(one).equals(Addresses.canonical(address));
  }

  /** The interface of this name; null when there is none in use, and for {@link #OWN}. */
  public @Nullable NetworkInterface find(String name) {
    return byName.get(name);
  }

  /** All ports for SIP, each with the name of its interface, in order of those. */
  public Map<SipPort, String> sipPorts() {
    return byPort;
  }

  /** The name of the interface whose port this is; {@link #OWN} when it is of none. */
  public String of(SipPort port) {
    return byPort.getOrDefault(port, OWN);
  }

  /**
   * Whether this may be reached at this address of ours. At one that no interface names all may.
   *
   * @param address literal
   */
  public boolean serves(InterfaceService service, String address) {
    if (services.isEmpty()) {
      return true;
    }
    String spelled = Addresses.canonical(address);
    Set<InterfaceService> here = spelled == null ? null : services.get(spelled);
    return here == null || here.contains(service);
  }
}
