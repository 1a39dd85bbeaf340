package org.comuta.sip.callcontrol;

import java.net.BindException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.comuta.interfaces.SipPort;
import org.comuta.network.SipTransport;
import org.comuta.sip.container.SipContainer;
import org.comuta.sip.container.SipStartException;
import org.comuta.sip.container.SipStatus.Listening;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ports of named interfaces: open from when the configuration wants them until no call needs
 * them any more. Any thread; opening and closing go one after the other and wait for sockets.
 */
final class InterfacePorts {
  private static final Logger LOG = LoggerFactory.getLogger(InterfacePorts.class);
  private static final Duration LOOKED_AT_EVERY = Duration.ofSeconds(1);

  private final LongSupplier oldestRevision;
  private final Function<SipPort, InterfaceTerms> terms;
  private final Set<SipPort> open = new LinkedHashSet<>();

  /** Those not wanted any more, with the revision from which on no call uses them. */
  private final Map<SipPort, Long> retired = new LinkedHashMap<>();

  /** Those of the container, which it never closes. */
  private Set<Listening> own = Set.of();

  private @Nullable SipContainer container;
  private boolean looking;

  /**
   * @param oldestRevision of the calls there are; {@link Long#MAX_VALUE} when there are none
   * @param terms how neighbours are met at a port over TLS
   */
  InterfacePorts(LongSupplier oldestRevision, Function<SipPort, InterfaceTerms> terms) {
    this.oldestRevision = oldestRevision;
    this.terms = terms;
  }

  /** The container is there; what cannot be opened is logged, and tried again when asked. */
  synchronized void begin(SipContainer running, Collection<SipPort> wanted) {
    container = running;
    own = Set.copyOf(running.status().listening());
    open(wanted).forEach((port, why) -> LOG.error("{} is not open: {}", port, why));
  }

  /** The container goes, and every port with it. */
  synchronized void end() {
    container = null;
    own = Set.of();
    looking = false;
    open.clear();
    retired.clear();
  }

  /** Opens what is not open; why not, of each that cannot be. Before the beginning, nothing is. */
  synchronized Map<SipPort, String> open(Collection<SipPort> wanted) {
    Map<SipPort, String> refused = new LinkedHashMap<>();
    if (container == null) {
      return refused;
    }
    for (SipPort port : wanted) {
      if (open.contains(port)) {
        continue;
      }
      try {
        listen(port, container);
        open.add(port);
        LOG.info("{} is open", port);
      } catch (SipStartException e) {
        refused.put(port, reason(e));
      }
    }
    return refused;
  }

  private void listen(SipPort port, SipContainer running) throws SipStartException {
    if (port.transport() != SipTransport.TLS) {
      running.listen(listening(port));
      return;
    }
    InterfaceTerms met = terms.apply(port);
    met.check();
    running.listen(listening(port), met);
  }

  /** What the system says, which tells a port that is taken from an address that is not here. */
  private static String reason(SipStartException refused) {
    Throwable cause = refused;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf((cause instanceof BindException ? cause : refused).getMessage());
  }

  /** From this revision on only these are wanted. */
  synchronized void keep(Collection<SipPort> wanted, long revision) {
    open(wanted).forEach((port, why) -> LOG.error("{} is not open: {}", port, why));
    for (SipPort port : open) {
      if (wanted.contains(port)) {
        retired.remove(port);
      } else {
        retired.putIfAbsent(port, revision);
      }
    }
    lookAgainLater();
  }

  private void lookAgainLater() {
    if (container != null && !retired.isEmpty() && !looking) {
      looking = true;
      container
          .lanes()
          .next()
          .schedule(LOOKED_AT_EVERY, () -> Thread.ofVirtual().start(this::closeUnused));
    }
  }

  private synchronized void closeUnused() {
    looking = false;
    if (container == null) {
      return;
    }
    long oldest = oldestRevision.getAsLong();
    List<SipPort> unused = new ArrayList<>();
    retired.forEach(
        (port, revision) -> {
          if (oldest >= revision) {
            unused.add(port);
          }
        });
    for (SipPort port : unused) {
      retired.remove(port);
      open.remove(port);
      Listening unneeded = listening(port);
      if (!own.contains(unneeded)) {
        container.close(unneeded);
        LOG.info("{} is closed", port);
      }
    }
    lookAgainLater();
  }

  static Listening listening(SipPort port) {
    return new Listening(
        port.transport().name().toLowerCase(Locale.ROOT), port.address(), port.port());
  }
}
