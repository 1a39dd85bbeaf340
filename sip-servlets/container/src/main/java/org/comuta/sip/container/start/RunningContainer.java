package org.comuta.sip.container.start;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import java.util.EventListener;
import java.util.List;
import java.util.Map;
import javax.servlet.sip.SipSession;
import javax.sip.SipException;
import org.comuta.sip.container.BeforeMessages;
import org.comuta.sip.container.Dialogs;
import org.comuta.sip.container.Lanes;
import org.comuta.sip.container.SipContainer;
import org.comuta.sip.container.SipSettings;
import org.comuta.sip.container.SipStartException;
import org.comuta.sip.container.SipStatus;
import org.comuta.sip.container.SipStatus.Listening;
import org.comuta.sip.container.SourceGate;
import org.comuta.sip.container.TlsTerms;
import org.comuta.sip.container.lane.LaneGroup;
import org.comuta.sip.container.servlet.ApplicationContext;
import org.comuta.sip.container.servlet.ContainerService;
import org.comuta.sip.container.servlet.LaneDispatcher;
import org.comuta.sip.container.servlet.OneApplicationRouter;
import org.comuta.sip.container.servlet.Outbound;
import org.comuta.sip.container.stack.LaneSipStack;
import org.comuta.sip.container.transport.Traffic;
import org.comuta.sip.container.transport.TransportFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A container. From its construction servlets find the objects of JSR 289; from {@link #open} it
 * listens; from {@link #stop} nothing of it is left.
 */
public final class RunningContainer implements SipContainer {

  private static final Logger LOG = LoggerFactory.getLogger(RunningContainer.class);
  private static final List<String> OWN_TRANSPORTS = List.of("udp", "tcp");
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
  private final ListeningPorts ports;
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
    ports = new ListeningPorts(stack, dispatcher);
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
      for (String transport : OWN_TRANSPORTS) {
        ports.open(own(transport), settings.ownAddress());
      }
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

  private Listening own(String transport) {
    return new Listening(transport, settings.bindAddress(), settings.port());
  }

  @Override
  public void listen(Listening port) throws SipStartException {
    ports.open(port, port.address());
  }

  @Override
  public void listen(Listening port, TlsTerms terms) throws SipStartException {
    transports.offer(port, terms);
    listen(port);
  }

  @Override
  public void guard(SourceGate gate) {
    transports.guard(gate);
  }

  @Override
  public void leaveBy(SipSession session, Listening port) {
    Outbound.choose(session, Outbound.uri(port));
  }

  @Override
  public void close(Listening port) {
    if (OWN_TRANSPORTS.stream().map(this::own).anyMatch(port::equals)) {
      throw new IllegalArgumentException(port + " is the container's own");
    }
    ports.close(port);
  }

  @Override
  public synchronized SipStatus status() {
    return new SipStatus(
        stopped ? SipStatus.State.STOPPED : SipStatus.State.RUNNING,
        stopped ? List.of() : ports.all(),
        traffic.requestsReceived(),
        traffic.requestsSent(),
        traffic.responsesReceived(),
        traffic.responsesSent(),
        traffic.malformedCount(),
        traffic.droppedCount(),
        traffic.handshakesFailedCount(),
        traffic.blockedCount(),
        lanes.isCongested(),
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
