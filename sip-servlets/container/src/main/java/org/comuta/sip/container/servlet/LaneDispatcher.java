package org.comuta.sip.container.servlet;

import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import java.text.ParseException;
import java.util.concurrent.ThreadPoolExecutor;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.servlet.sip.SipServletResponse;
import javax.sip.IOExceptionEvent;
import javax.sip.InvalidArgumentException;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.SipException;
import javax.sip.SipProvider;
import javax.sip.SipStack;
import javax.sip.header.CallIdHeader;
import javax.sip.message.Request;
import org.comuta.sip.container.lane.LaneGroup;
import org.comuta.sip.container.stack.RemadeDialog;
import org.jspecify.annotations.Nullable;
import org.mobicents.servlet.sip.GenericUtils;
import org.mobicents.servlet.sip.core.MobicentsExtendedListeningPoint;
import org.mobicents.servlet.sip.core.SipApplicationDispatcherImpl;
import org.mobicents.servlet.sip.core.SipNetworkInterfaceManagerImpl;
import org.mobicents.servlet.sip.message.SipFactoryImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Restcomm's dispatcher, with its work on lanes and its Call-IDs from them. */
public final class LaneDispatcher extends SipApplicationDispatcherImpl {

  private static final Logger LOG = LoggerFactory.getLogger(LaneDispatcher.class);

  /** The same on every node, so that another can answer for a call it took over. */
  private static final String SERVER_ID = "comuta";

  private final LaneGroup lanes;
  private final ThreadPoolExecutor laneExecutor;
  private @Nullable String serverIdHash;

  public LaneDispatcher(LaneGroup lanes) {
    this.lanes = lanes;
    this.laneExecutor = new LaneTaskExecutor(lanes);
    setGatherStatistics(false);
    keepOutOfManagement();
  }

  /** Restcomm registers itself as an MBean unless it has a name already, and leaves it behind. */
  private void keepOutOfManagement() {
    try {
      oname = new ObjectName("comuta:type=none");
    } catch (MalformedObjectNameException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Removes the application and stops, however far the start had come. */
  public void end(String applicationName) {
    oname = null;
    removeSipApplication(applicationName);
    SipStack running = getSipStack();
    stop();
    if (getSipStack() != null) {
      // It never came into service, so Restcomm's states did not lead to its end.
      running.stop();
      setSipStack(null);
    }
    if (getAsynchronousScheduledExecutor() != null) {
      getAsynchronousScheduledExecutor().shutdownNow();
    }
    laneExecutor.shutdownNow();
  }

  /** A port is going to be closed: no session may choose it any more. */
  public void forget(MobicentsExtendedListeningPoint point) {
    ((SipNetworkInterfaceManagerImpl) getSipNetworkInterfaceManager())
        .removeExtendedListeningPoint(point);
    // Restcomm takes the transport for gone with it, which other ports still have.
    if (getDNSServerLocator() != null) {
      getDNSServerLocator().addSupportedTransport(point.getTransport());
    }
  }

  @Override
  public ThreadPoolExecutor getAsynchronousExecutor() {
    return laneExecutor;
  }

  @Override
  public CallIdHeader getCallId(MobicentsExtendedListeningPoint point, @Nullable String callId)
      throws ParseException {
    return SipFactoryImpl.headerFactory.createCallIdHeader(
        callId == null ? lanes.newCallId() : callId);
  }

  @Override
  public String getApplicationServerId() {
    return SERVER_ID;
  }

  @Override
  public String getApplicationServerIdHash() {
    String hash = serverIdHash;
    if (hash == null) {
      hash = GenericUtils.hashString(SERVER_ID, getTagHashMaxLength());
      serverIdHash = hash;
    }
    return hash;
  }

  @Override
  public void processRequest(RequestEvent event) {
    if (event.getRequest() instanceof SIPRequest request
        && event.getSource() instanceof SipProvider provider) {
      String dialogTag = request.getToTag();
      if (dialogTag == null) {
        ForeignRouting.remove(request);
      } else if (!isOurs(dialogTag)) {
        refuse(request, provider);
        return;
      }
    }
    super.processRequest(event);
  }

  /**
   * Whether we made this tag. Restcomm would pass a request of somebody else's dialog on to
   * wherever its Request-URI points, and so work as a relay for anybody.
   */
  private boolean isOurs(String tag) {
    String hash = getApplicationServerIdHash();
    int at = tag.indexOf(hash);
    int end = at + hash.length();
    return at > 0 && tag.charAt(at - 1) == '_' && end < tag.length() && tag.charAt(end) == '_';
  }

  /** RFC 3261 12.2.2. */
  private static void refuse(SIPRequest request, SipProvider provider) {
    if (Request.ACK.equals(request.getMethod())) {
      return;
    }
    try {
      provider.sendResponse(
          request.createResponse(SipServletResponse.SC_CALL_LEG_DONE, "No Such Call"));
    } catch (SipException e) {
      LOG.debug("A stranger cannot be answered", e);
    }
  }

  /** Of what an earlier process sent, only an unacknowledged answer still matters. */
  @Override
  public void processResponse(ResponseEvent event) {
    if (event.getClientTransaction() == null
        && event.getDialog() instanceof RemadeDialog dialog
        && event.getResponse() instanceof SIPResponse response) {
      if (response.getStatusCode() / 100 == 2
          && Request.INVITE.equals(response.getCSeq().getMethod())) {
        try {
          dialog.acknowledge(response);
        } catch (SipException | InvalidArgumentException e) {
          LOG.debug("An answer cannot be acknowledged", e);
        }
      }
      return;
    }
    super.processResponse(event);
  }

  @Override
  public void processIOException(IOExceptionEvent event) {
    // The stack sends itself one to wake its own thread when it stops.
    if (!(event.getSource() instanceof SipStack)) {
      LOG.debug("No way to {}:{} over {}", event.getHost(), event.getPort(), event.getTransport());
    }
  }
}
