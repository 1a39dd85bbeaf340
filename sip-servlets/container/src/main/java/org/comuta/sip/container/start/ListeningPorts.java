package org.comuta.sip.container.start;

import gov.nist.javax.sip.ListeningPointExt;
import java.net.BindException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TooManyListenersException;
import javax.sip.InvalidArgumentException;
import javax.sip.ListeningPoint;
import javax.sip.ObjectInUseException;
import javax.sip.SipException;
import javax.sip.SipProvider;
import org.comuta.sip.container.SipStartException;
import org.comuta.sip.container.SipStatus.Listening;
import org.comuta.sip.container.servlet.LaneDispatcher;
import org.comuta.sip.container.servlet.PointOfAddress;
import org.comuta.sip.container.stack.LaneSipStack;
import org.mobicents.servlet.sip.SipConnector;
import org.mobicents.servlet.sip.core.MobicentsExtendedListeningPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ports where the container listens. Any thread; opening and closing go one after the other.
 */
final class ListeningPorts {
  private static final Logger LOG = LoggerFactory.getLogger(ListeningPorts.class);

  private final LaneSipStack stack;
  private final LaneDispatcher dispatcher;
  private final Map<Listening, MobicentsExtendedListeningPoint> open = new LinkedHashMap<>();

  ListeningPorts(LaneSipStack stack, LaneDispatcher dispatcher) {
    this.stack = stack;
    this.dispatcher = dispatcher;
  }

  /**
   * Opens a port, unless it is open already.
   *
   * @param toldAddress what peers are told, which another address may be bound for
   * @throws SipStartException when it cannot be opened; nothing is left of it then
   */
  synchronized void open(Listening port, String toldAddress) throws SipStartException {
    if (open.containsKey(port)) {
      return;
    }
    try {
      ListeningPoint point =
          stack.createListeningPoint(
              toldAddress, port.port(), port.transport().toUpperCase(Locale.ROOT));
      SipProvider provider = stack.createSipProvider(point);
      provider.addSipListener(dispatcher);
      var extended =
          new PointOfAddress(provider, (ListeningPointExt) point, connector(toldAddress, port));
      dispatcher.getSipNetworkInterfaceManager().addExtendedListeningPoint(extended);
      if (toldAddress.indexOf(':') >= 0) {
        // Restcomm knows our own Via by its text, in which an IPv6 address has brackets.
        dispatcher.addHostName('[' + toldAddress + ']');
      }
      open.put(port, extended);
    } catch (InvalidArgumentException e) {
      boolean taken = e.getCause() instanceof BindException;
      throw new SipStartException(
          "SIP %s port %s:%d cannot be bound: %s"
              .formatted(
                  port.transport().toUpperCase(Locale.ROOT),
                  port.address(),
                  port.port(),
                  taken ? "it is taken, or this host has no such address" : e.getMessage()),
          e);
    } catch (SipException | TooManyListenersException e) {
      throw new SipStartException("SIP over " + port.transport() + " does not start", e);
    }
  }

  private static SipConnector connector(String toldAddress, Listening port) {
    SipConnector connector = new SipConnector();
    connector.setIpAddress(toldAddress);
    connector.setPort(port.port());
    connector.setTransport(port.transport());
    return connector;
  }

  /** Closes a port, if it is open; whatever still uses it has lost its way. */
  synchronized void close(Listening port) {
    MobicentsExtendedListeningPoint extended = open.remove(port);
    if (extended == null) {
      return;
    }
    dispatcher.forget(extended);
    SipProvider provider = extended.getSipProvider();
    provider.removeSipListener(dispatcher);
    try {
      stack.deleteSipProvider(provider);
      stack.deleteListeningPoint(extended.getListeningPoint());
    } catch (ObjectInUseException e) {
      LOG.error("{} cannot be closed", port, e);
    }
  }

  /** What is open, in the order it was opened. */
  synchronized List<Listening> all() {
    return new ArrayList<>(open.keySet());
  }
}
