package org.comuta.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comuta.description.Problem;
import org.comuta.description.Rule;
import org.comuta.edge.Edges;
import org.comuta.interfaces.InterfaceRules;
import org.comuta.interfaces.Interfaces;
import org.comuta.interfaces.NetworkInterface;
import org.comuta.interfaces.SipPort;
import org.comuta.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Lets a snapshot go live only when its interfaces can be opened and do not shut out whoever asks
 * for it. Any thread.
 */
final class InterfaceGate {
  private static final String KIND = "interface";

  private final Edges edges;

  InterfaceGate(Edges edges) {
    this.edges = edges;
  }

  /**
   * Opens the ports of interfaces that are not open yet. One that was wanted before and cannot be
   * opened, such as at an address the host has lost, is the alarm's and holds up no other change.
   *
   * @throws InvalidConfigurationException when a new one cannot be opened, or the editor would be
   *     shut out
   */
  void open(Snapshot next, Snapshot live, Editor editor) {
    List<ObjectProblem> problems = new ArrayList<>();
    ObjectProblem shutOut = shutsOut(next, editor.way());
    if (shutOut != null) {
      problems.add(shutOut);
    } else {
      Map<SipPort, String> ports = next.interfaces().sipPorts();
      Map<SipPort, String> refused = new LinkedHashMap<>();
      edges.sip().ifPresent(edge -> refused.putAll(edge.open(ports.keySet())));
      refused.keySet().removeAll(live.interfaces().sipPorts().keySet());
      refused.forEach((port, why) -> problems.add(closed(ports.get(port), port, why)));
    }
    if (!problems.isEmpty()) {
      throw new InvalidConfigurationException(problems);
    }
  }

  /** Opens what could not be opened before, such as at an address that the host has only now. */
  void retry(Snapshot live) {
    edges.sip().ifPresent(edge -> edge.open(live.interfaces().sipPorts().keySet()));
  }

  /** These are live: others close once no call needs them. */
  void keep(Snapshot live) {
    edges
        .sip()
        .ifPresent(edge -> edge.keep(live.interfaces().sipPorts().keySet(), live.revision()));
  }

  private static ObjectProblem closed(@Nullable String name, SipPort port, String why) {
    String field = InterfaceRules.field(port.transport());
    String message = field + ": " + port + " cannot be opened: " + why + ".";
    return new ObjectProblem(
        KIND,
        name == null ? "" : name,
        new Problem(field, "unavailable", message)
            .by(Rule.INTERFACE_PORT_CLOSED, port.transport(), port.hostPort(), why));
  }

  private static @Nullable ObjectProblem shutsOut(Snapshot next, @Nullable Way way) {
    if (way == null || next.interfaces().serves(way.service(), way.localAddress())) {
      return null;
    }
    String name =
        next.objects(NetworkInterface.class).stream()
            .filter(one -> one.enabled() && Interfaces.isAt(one, way.localAddress()))
            .map(NetworkInterface::name)
            .findFirst()
            .orElse("");
    String message =
        "services: you are using "
            + way.service()
            + " at this interface, and would be shut out. Let it in, or come by another way.";
    return new ObjectProblem(
        KIND,
        name,
        new Problem("services", "conflict", message)
            .by(Rule.INTERFACE_SHUTS_OUT, name, way.service()));
  }
}
