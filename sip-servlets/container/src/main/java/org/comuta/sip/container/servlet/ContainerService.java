package org.comuta.sip.container.servlet;

import javax.sip.SipStack;
import org.jspecify.annotations.Nullable;
import org.mobicents.ha.javax.sip.ReplicationStrategy;
import org.mobicents.servlet.sip.SipConnector;
import org.mobicents.servlet.sip.core.SipApplicationDispatcher;
import org.mobicents.servlet.sip.core.SipService;
import org.mobicents.servlet.sip.core.message.OutboundProxy;
import org.mobicents.servlet.sip.startup.StaticServiceHolder;

/** What Restcomm asks its server for; most of it does not exist here. */
public final class ContainerService implements SipService {

  /**
   * Makes the identifiers in our tags 14 characters each. Twelve of them are random in a session's
   * identifier; with Restcomm's usual eight two calls of a busy server would share one.
   */
  private static final int TAG_LENGTH = 59;

  private @Nullable SipApplicationDispatcher dispatcher;
  private String messageFactory = ContainerMessageFactory.class.getName();

  /** Puts it where Restcomm looks for its one server. */
  public static ContainerService install() {
    ContainerService service = new ContainerService();
    StaticServiceHolder.sipStandardService = service;
    return service;
  }

  @Override
  public SipApplicationDispatcher getSipApplicationDispatcher() {
    SipApplicationDispatcher known = dispatcher;
    if (known == null) {
      throw new IllegalStateException("not set up yet");
    }
    return known;
  }

  @Override
  public void setSipApplicationDispatcher(SipApplicationDispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  @Override
  public SipStack getSipStack() {
    return getSipApplicationDispatcher().getSipStack();
  }

  @Override
  public @Nullable SipConnector findSipConnector(String transport) {
    var point =
        getSipApplicationDispatcher()
            .getSipNetworkInterfaceManager()
            .findMatchingListeningPoint(transport, true);
    return point == null ? null : point.getSipConnector();
  }

  @Override
  public SipConnector[] findSipConnectors() {
    return new SipConnector[0];
  }

  @Override
  public int getTagHashMaxLength() {
    return TAG_LENGTH;
  }

  @Override
  public String getMobicentsSipServletMessageFactoryClassName() {
    return messageFactory;
  }

  @Override
  public void setMobicentsSipServletMessageFactoryClassName(String name) {
    messageFactory = name;
  }

  @Override
  public boolean isHttpFollowsSip() {
    return false;
  }

  @Override
  public @Nullable String getJvmRoute() {
    return null;
  }

  @Override
  public @Nullable OutboundProxy getOutboundProxy() {
    return null;
  }

  @Override
  public int getDispatcherThreadPoolSize() {
    return 1;
  }

  @Override
  public int getCanceledTimerTasksPurgePeriod() {
    return 0;
  }

  /** Glare is call control's to answer (RFC 3261 14.2). */
  @Override
  public boolean isDialogPendingRequestChecking() {
    return false;
  }

  @Override
  public boolean isMd5ContactUserPart() {
    return false;
  }

  @Override
  public ReplicationStrategy getReplicationStrategy() {
    return ReplicationStrategy.ConfirmedDialog;
  }

  @Override
  public int getCallIdMaxLength() {
    return -1;
  }

  @Override
  public @Nullable String getDnsResolverClass() {
    return null;
  }

  @Override
  public int getDnsTimeout() {
    return 0;
  }

  @Override
  public void stopGracefully(long timeToWait) {}

  @Override
  public @Nullable String getProxyTimerServiceImplementationType() {
    return null;
  }

  @Override
  public @Nullable String getSasTimerServiceImplementationType() {
    return null;
  }
}
