package org.comuta.nap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.comuta.description.ObjectSet;
import org.comuta.description.Problem;
import org.comuta.description.Rule;
import org.comuta.interfaces.InterfaceService;
import org.comuta.interfaces.NetworkInterface;
import org.comuta.network.Addresses;
import org.comuta.network.SipTransport;
import org.jspecify.annotations.Nullable;

/** Whether the interfaces a NAP chooses can do for it what it wants. */
final class InterfaceChoice {
  private static final Function<ObjectSet, Map<String, NetworkInterface>> BY_NAME =
      InterfaceChoice::byName;

  private InterfaceChoice() {}

  private static Map<String, NetworkInterface> byName(ObjectSet all) {
    Map<String, NetworkInterface> byName = new HashMap<>();
    all.all(NetworkInterface.class).forEach(one -> byName.put(one.name(), one));
    return byName;
  }

  /** Adds what is wrong; of a NAP that is not in use, nothing is. */
  static void check(Nap nap, ObjectSet all, List<Problem> problems) {
    if (!nap.enabled()) {
      return;
    }
    if (nap.transport() == SipTransport.TLS && nap.sipInterface().isEmpty()) {
      problems.add(
          new Problem(
                  "sipInterface",
                  "required",
                  "sipInterface: TLS needs an interface, whose certificate is shown.")
              .by(Rule.INTERFACE_NEEDED, nap.transport()));
    }
    Map<String, NetworkInterface> byName = all.derived(BY_NAME);
    NetworkInterface sip = byName.get(nap.sipInterface());
    if (sip != null && serves("sipInterface", sip, InterfaceService.SIP, problems)) {
      reaches(nap, sip, problems);
    }
    NetworkInterface media = byName.get(nap.mediaInterface());
    if (media != null) {
      serves("mediaInterface", media, InterfaceService.MEDIA, problems);
    } else if (sip != null && sip.enabled() && nap.mediaAddress().isEmpty()) {
      serves("mediaInterface", sip, InterfaceService.MEDIA, problems);
    }
  }

  private static boolean serves(
      String field, NetworkInterface one, InterfaceService service, List<Problem> problems) {
    if (!one.enabled()) {
      problems.add(
          new Problem(field, "conflict", field + ": the interface " + one.name() + " is disabled.")
              .by(Rule.INTERFACE_DISABLED, one.name()));
    } else if (!one.serves(service)) {
      problems.add(
          new Problem(
                  field,
                  "conflict",
                  field + ": " + service + " is no service of the interface " + one.name() + ".")
              .by(Rule.INTERFACE_WITHOUT_SERVICE, one.name(), service));
    }
    return one.serves(service);
  }

  private static void reaches(Nap nap, NetworkInterface sip, List<Problem> problems) {
    if (sip.sipPort(nap.transport()) == 0) {
      problems.add(
          new Problem(
                  "sipInterface",
                  "conflict",
                  "sipInterface: the interface "
                      + sip.name()
                      + " has no port for "
                      + nap.transport()
                      + ".")
              .by(Rule.INTERFACE_WITHOUT_TRANSPORT, sip.name(), nap.transport()));
    }
    String neighbour = nap.proxies().isEmpty() ? Addresses.canonical(nap.domain()) : null;
    if (neighbour != null && isIpv6(neighbour) != isIpv6(Addresses.canonical(sip.address()))) {
      problems.add(
          new Problem(
                  "sipInterface",
                  "conflict",
                  "sipInterface: from the interface "
                      + sip.name()
                      + " no way leads to "
                      + neighbour
                      + ": one is IPv4, the other IPv6.")
              .by(Rule.INTERFACE_OF_OTHER_FAMILY, sip.name(), neighbour));
    }
  }

  private static boolean isIpv6(@Nullable String address) {
    return address != null && address.indexOf(':') >= 0;
  }
}
