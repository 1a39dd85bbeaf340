package org.comuta.sip.callcontrol;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import javax.servlet.sip.SipErrorEvent;
import javax.servlet.sip.SipErrorListener;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;
import javax.servlet.sip.SipURI;
import javax.servlet.sip.annotation.SipListener;
import org.comuta.certificate.TlsContexts;
import org.comuta.edge.SipEdge;
import org.comuta.exchange.Exchange;
import org.comuta.interfaces.SipPort;
import org.comuta.media.MediaConnection;
import org.comuta.media.MediaConnectionFactory;
import org.comuta.sip.callcontrol.keepalive.NapWatch;
import org.comuta.sip.callcontrol.leg.Leg;
import org.comuta.sip.callcontrol.leg.Messages;
import org.comuta.sip.callcontrol.leg.OurAddresses;
import org.comuta.sip.callcontrol.leg.Responses;
import org.comuta.sip.callcontrol.leg.SipCalls;
import org.comuta.sip.callcontrol.media.MediaAccess;
import org.comuta.sip.callcontrol.recovery.MediaWatch;
import org.comuta.sip.callcontrol.resume.Resumption;
import org.comuta.sip.container.BeforeMessages;
import org.comuta.sip.container.SipContainer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where SIP messages enter call control. The container calls it on the lane of the message's call.
 * An exception ends the call it happened in, never another.
 */
@javax.servlet.sip.annotation.SipServlet(name = "CallServlet", loadOnStartup = 1)
@SipListener
@Dependent
public class CallServlet extends SipServlet implements SipErrorListener, BeforeMessages {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(CallServlet.class);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

  private final transient Exchange exchange;
  private final transient SipCalls calls = new SipCalls();
  private final transient InterfacePorts ports;
  private final transient SipEdge edge;
  private final transient Supplier<MediaConnectionFactory> media;
  private transient @Nullable Handlers handlers;
  private transient @Nullable NapWatch naps;
  private transient @Nullable MediaConnection engine;

  @Inject
  public CallServlet(Exchange exchange, TlsContexts tls) {
    this(exchange, tls, MediaAccess::deployed);
  }

  /**
   * @param tls what connections over TLS are made of
   * @param media where the engine is reached, asked once when the servlet begins
   */
  public CallServlet(Exchange exchange, TlsContexts tls, Supplier<MediaConnectionFactory> media) {
    this.exchange = exchange;
    this.media = media;
    ports =
        new InterfacePorts(
            calls::oldestRevision, port -> new InterfaceTerms(port, exchange.configuration(), tls));
    edge = new ContainerEdge(SipContainer::currentStatus, ports);
  }

  @Override
  public void init() throws ServletException {
    SipFactory factory = (SipFactory) getServletContext().getAttribute(SIP_FACTORY);
    MediaConnection connection = media.get().getConnection();
    connection.listen(new MediaWatch(calls, connection));
    engine = connection;
    OurAddresses ours = new OurAddresses(this::ownPorts, CallServlet::leaveBy);
    naps =
        new NapWatch(
            exchange.configuration(), exchange.reachability(), factory, ours, System::nanoTime);
    handlers =
        new Handlers(exchange, factory, ours, calls, connection, SipContainer.running().dialogs());
    exchange.edges().register(calls);
    exchange.edges().register(edge);
  }

  @SuppressWarnings("unchecked") // JSR 289 section 14.2 says what this attribute is.
  private List<SipURI> ownPorts() {
    return (List<SipURI>) getServletContext().getAttribute(OUTBOUND_INTERFACES);
  }

  private static void leaveBy(SipSession session, SipPort port) {
    SipContainer.running().leaveBy(session, InterfacePorts.listening(port));
  }

  @Override
  public void beforeMessages(SipContainer container) {
    if (engine == null || naps == null) {
      throw new IllegalStateException("not initialized");
    }
    container.guard(new GuardedGate(exchange.guard()));
    ports.begin(container, exchange.configuration().current().interfaces().sipPorts().keySet());
    new Resumption(exchange, calls, engine).run(container);
    naps.begin(container.lanes());
  }

  @Override
  public void destroy() {
    exchange.edges().unregister(edge);
    exchange.edges().unregister(calls);
    if (naps != null) {
      naps.end();
    }
    try {
      calls.close(LONGEST_STOP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    ports.end();
    if (engine != null) {
      engine.close();
    }
  }

  @Override
  protected void doRequest(SipServletRequest request) throws IOException {
    Leg leg = Leg.of(request.getSession(false));
    if (leg != null && request.getMethod().equals("CANCEL")) {
      // The container has answered for us; nothing that waits may come before it.
      leg.call().guard(() -> handlers().handle(leg, request));
    } else if (leg != null) {
      leg.call().inTurn(() -> handlers().handle(leg, request));
    } else {
      handleOutsideOfCalls(request);
    }
  }

  private void handleOutsideOfCalls(SipServletRequest request) throws IOException {
    try {
      handlers().handle(null, request);
    } catch (Exception e) {
      LOG.error("{} cannot be handled", request.getMethod(), e);
    }
    boolean becameCall = Leg.of(request.getSession(false)) != null;
    if (!becameCall && !request.isCommitted() && !request.getMethod().equals("ACK")) {
      Messages.respond(request, 500).send();
    }
  }

  @Override
  protected void doResponse(SipServletResponse response) throws IOException {
    Leg leg = Leg.of(response.getSession());
    if (leg == null) {
      deliver(response);
      return;
    }
    if (response.getStatus() != SipServletResponse.SC_REQUEST_TIMEOUT) {
      leg.heard();
    }
    leg.call().inTurn(() -> Responses.deliver(response));
  }

  /** Of a dialog that is no call's any more. */
  private static void deliver(SipServletResponse response) {
    try {
      Responses.deliver(response);
    } catch (Exception e) {
      LOG.error("{} cannot be handled", response.getStatus(), e);
    }
  }

  private Handlers handlers() {
    if (handlers == null) {
      throw new IllegalStateException("not initialized");
    }
    return handlers;
  }

  /** Each leg waits for its ACK by itself; telling us keeps the container from sending a BYE. */
  @Override
  public void noAckReceived(SipErrorEvent event) {}

  /** No reliable provisional response is ever sent. */
  @Override
  public void noPrackReceived(SipErrorEvent event) {}
}
