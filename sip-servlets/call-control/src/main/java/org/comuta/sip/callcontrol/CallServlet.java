package org.comuta.sip.callcontrol;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javax.servlet.sip.SipErrorEvent;
import javax.servlet.sip.SipErrorListener;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipURI;
import javax.servlet.sip.annotation.SipListener;
import org.comuta.edge.SipEdge;
import org.comuta.exchange.Exchange;
import org.comuta.sip.callcontrol.leg.Leg;
import org.comuta.sip.callcontrol.leg.Messages;
import org.comuta.sip.callcontrol.leg.OurAddresses;
import org.comuta.sip.callcontrol.leg.Responses;
import org.comuta.sip.callcontrol.leg.SipCalls;
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
public class CallServlet extends SipServlet implements SipErrorListener {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(CallServlet.class);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

  private final transient Exchange exchange;
  private final transient SipCalls calls = new SipCalls();
  private final transient SipEdge edge = new ContainerEdge(SipContainer::currentStatus);
  private transient @Nullable Handlers handlers;

  @Inject
  public CallServlet(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public void init() throws ServletException {
    SipFactory factory = (SipFactory) getServletContext().getAttribute(SIP_FACTORY);
    handlers = new Handlers(exchange, factory, new OurAddresses(this::interfaces), calls);
    exchange.edges().register(calls);
    exchange.edges().register(edge);
  }

  @SuppressWarnings("unchecked") // JSR 289 section 14.2 says what this attribute is.
  private List<SipURI> interfaces() {
    return (List<SipURI>) getServletContext().getAttribute(OUTBOUND_INTERFACES);
  }

  @Override
  public void destroy() {
    exchange.edges().unregister(edge);
    exchange.edges().unregister(calls);
    try {
      calls.close(LONGEST_STOP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  protected void doRequest(SipServletRequest request) throws IOException {
    Leg leg = Leg.of(request.getSession(false));
    if (leg != null) {
      leg.call().guard(() -> handlers().handle(leg, request));
    } else {
      handleOutsideOfCalls(request);
    }
  }

  private void handleOutsideOfCalls(SipServletRequest request) throws IOException {
    try {
      handlers().handle(null, request);
    } catch (IOException | RuntimeException e) {
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
      Responses.deliver(response);
      return;
    }
    if (response.getStatus() != SipServletResponse.SC_REQUEST_TIMEOUT) {
      leg.heard();
    }
    leg.call().guard(() -> Responses.deliver(response));
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
