package org.comuta.sip.container.start;

import gov.nist.javax.sip.ListeningPointExt;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import java.net.BindException;
import java.util.ArrayList;
import java.util.EventListener;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sip.InvalidArgumentException;
import javax.sip.ListeningPoint;
import javax.sip.SipException;
import javax.sip.SipProvider;
import org.comuta.sip.container.BeforeMessages;
import org.comuta.sip.container.Dialogs;
import org.comuta.sip.container.Lanes;
import org.comuta.sip.container.SipContainer;
import org.comuta.sip.container.SipSettings;
import org.comuta.sip.container.SipStartException;
import org.comuta.sip.container.SipStatus;
import org.comuta.sip.container.lane.LaneGroup;
import org.comuta.sip.container.servlet.ApplicationContext;
import org.comuta.sip.container.servlet.ContainerService;
import org.comuta.sip.container.servlet.LaneDispatcher;
import org.comuta.sip.container.servlet.OneApplicationRouter;
import org.comuta.sip.container.stack.LaneSipStack;
import org.comuta.sip.container.transport.Traffic;
import org.comuta.sip.container.transport.TransportFactory;
import org.mobicents.servlet.sip.SipConnector;
import org.mobicents.servlet.sip.core.ExtendedListeningPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A container. From its construction servlets find the objects of JSR 289; from {@link #open} it
 * listens; from {@link #stop} nothing of it is left.
 */
public final class RunningContainer implements SipContainer {

  private static final Logger LOG = LoggerFactory.getLogger(RunningContainer.class);
  private static final String ROUTER_PROPERTY =
      "javax.servlet.sip.ar.spi.SipApplicationRouterProvider";

  private final SipSettings settings;
  private final Traffic traffic = new Traffic();
  private final LaneGroup lanes;
  private final TransportFactory transports;
  private final LaneSipStack stack;
  private final LaneDispatcher dispatcher;
  private final ApplicationContext application;
  private final List<BeforeMessages> beforeMessages;
  private final List<SipStatus.Listening> listening = new ArrayList<>();
  private boolean stopped;

  /**
   * Prepares everything for this application.
   *
   * @param servlets by name; the first is the main one
   * @throws SipStartException when the stack cannot be made; nothing is left behind then
   */
  @SuppressWarnings("this-escape") // Restcomm must know the pieces before they are whole.
  public RunningContainer(
      SipSettings settings,
      ServletContext web,
      String applicationName,
      Map<String, Servlet> servlets,
      List<EventListener> listeners)
      throws SipStartException {
    this.settings = settings;
    QuietLogs.arrange();
    beforeMessages =
        servlets.values().stream()
            .filter(BeforeMessages.class::isInstance)
            .map(BeforeMessages.class::cast)
            .toList();
    lanes = new LaneGroup(settings.laneThreads(), settings.queueLimit(), web.getClassLoader());
    ContainerService service = ContainerService.install();
    dispatcher = new LaneDispatcher(lanes);
    service.setSipApplicationDispatcher(dispatcher);
    dispatcher.setSipService(service);
    dispatcher.getSipFactory().initialize("gov.nist", false);
    ProductName.announce();
    application =
        new ApplicationContext(web, applicationName, dispatcher, lanes, servlets, listeners);
    transports = new TransportFactory(lanes, traffic, settings);
    try {
      stack = new LaneSipStack(lanes, transports);
    } catch (SipException e) {
      throw new SipStartException("The SIP stack does not start: " + e.getMessage(), e);
    }
    lanes.start();
    dispatcher.setSipStack(stack);
    initializeDispatcher();
    application.publish();
    Running.set(this);
  }

  /**
   * Binds the ports and takes calls.
   *
   * @throws SipStartException when a port cannot be bound; nothing is left behind then
   */
  public void open() throws SipStartException {
    try {
      dispatcher.addSipApplication(application.getApplicationName(), application);
      bind(ListeningPoint.UDP);
      bind(ListeningPoint.TCP);
      application.publishInterfaces();
      dispatcher.start();
      dispatcher.putInService();
      beforeMessages.forEach(servlet -> servlet.beforeMessages(this));
      transports.startReading();
    } catch (SipStartException | RuntimeException failure) {
      stop();
      throw failure;
    }
  }

  /** Restcomm's other way to find a router, the service registry of old, is closed since Java 9. */
  private void initializeDispatcher() {
    String before = System.getProperty(ROUTER_PROPERTY);
    System.setProperty(ROUTER_PROPERTY, OneApplicationRouter.Provider.class.getName());
    try {
      dispatcher.init();
    } finally {
      if (before == null) {
        System.clearProperty(ROUTER_PROPERTY);
      } else {
        System.setProperty(ROUTER_PROPERTY, before);
      }
    }
  }

  private void bind(String transport) throws SipStartException {
    String where = settings.bindAddress() + ":" + settings.port();
    try {
      ListeningPoint point =
          stack.createListeningPoint(settings.ownAddress(), settings.port(), transport);
      SipProvider provider = stack.createSipProvider(point);
      provider.addSipListener(dispatcher);
      dispatcher
          .getSipNetworkInterfaceManager()
          .addExtendedListeningPoint(
              new ExtendedListeningPoint(
                  provider, (ListeningPointExt) point, connector(transport)));
      if (settings.ownAddress().indexOf(':') >= 0) {
        // Restcomm knows our own Via by its text, in which an IPv6 address has brackets.
        dispatcher.addHostName('[' + settings.ownAddress() + ']');
      }
    } catch (InvalidArgumentException e) {
      boolean taken = e.getCause() instanceof BindException;
      throw new SipStartException(
          "SIP %s port %s cannot be bound: %s"
              .formatted(
                  transport.toUpperCase(Locale.ROOT),
                  where,
                  taken ? "it is taken, or this host has no such address" : e.getMessage()),
          e);
    } catch (SipException | java.util.TooManyListenersException e) {
      throw new SipStartException("SIP over " + transport + " does not start", e);
    }
    listening.add(
        new SipStatus.Listening(
            transport.toLowerCase(Locale.ROOT), settings.bindAddress(), settings.port()));
  }

  private SipConnector connector(String transport) {
    SipConnector connector = new SipConnector();
    connector.setIpAddress(settings.ownAddress());
    connector.setPort(settings.port());
    connector.setTransport(transport.toLowerCase(Locale.ROOT));
    return connector;
  }

  @Override
  public synchronized SipStatus status() {
    return new SipStatus(
        stopped ? SipStatus.State.STOPPED : SipStatus.State.RUNNING,
        stopped ? List.of() : List.copyOf(listening),
        traffic.requestsReceived(),
        traffic.requestsSent(),
        traffic.responsesReceived(),
        traffic.responsesSent(),
        traffic.malformedCount(),
        traffic.droppedCount(),
        lanes.waiting(),
        application.sessionCount());
  }

  @Override
  public Lanes lanes() {
    return lanes;
  }

  @Override
  public Dialogs dialogs() {
    return application.dialogs();
  }

  @Override
  public synchronized void stop() {
    if (stopped) {
      return;
    }
    stopped = true;
    Running.set(null);
    lanes.endTimers();
    dispatcher.end(application.getApplicationName());
    try {
      lanes.stop();
    } catch (InterruptedException e) {
      LOG.warn("Interrupted while the lanes were ending");
      Thread.currentThread().interrupt();
    }
    QuietLogs.restore();
  }
}
