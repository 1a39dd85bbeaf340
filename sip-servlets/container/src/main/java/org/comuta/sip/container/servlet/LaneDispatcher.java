package org.comuta.sip.container.servlet;

import gov.nist.javax.sip.message.SIPRequest;
import java.text.ParseException;
import java.util.concurrent.ThreadPoolExecutor;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.sip.IOExceptionEvent;
import javax.sip.RequestEvent;
import javax.sip.SipStack;
import javax.sip.header.CallIdHeader;
import org.comuta.sip.container.lane.LaneGroup;
import org.jspecify.annotations.Nullable;
import org.mobicents.servlet.sip.GenericUtils;
import org.mobicents.servlet.sip.core.MobicentsExtendedListeningPoint;
import org.mobicents.servlet.sip.core.SipApplicationDispatcherImpl;
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
    laneExecutor.shutdownNow();
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
    if (event.getRequest() instanceof SIPRequest request && request.getToTag() == null) {
      ForeignRouting.remove(request);
    }
    super.processRequest(event);
  }

  @Override
  public void processIOException(IOExceptionEvent event) {
    // The stack sends itself one to wake its own thread when it stops.
    if (!(event.getSource() instanceof SipStack)) {
      LOG.debug("No way to {}:{} over {}", event.getHost(), event.getPort(), event.getTransport());
    }
  }
}
