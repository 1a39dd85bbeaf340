package org.comuta.sip.container.servlet;

import java.io.Serializable;
import java.util.List;
import java.util.Properties;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.ar.SipApplicationRouter;
import javax.servlet.sip.ar.SipApplicationRouterInfo;
import javax.servlet.sip.ar.SipApplicationRoutingDirective;
import javax.servlet.sip.ar.SipApplicationRoutingRegion;
import javax.servlet.sip.ar.SipRouteModifier;
import javax.servlet.sip.ar.SipTargetedRequestInfo;
import javax.servlet.sip.ar.spi.SipApplicationRouterProvider;
import org.jspecify.annotations.Nullable;
import org.mobicents.servlet.sip.core.message.MobicentsSipServletRequest;

/**
 * Sends every request that comes from outside to the one application there is, and every request
 * the application makes to the outside. Made by Restcomm, by the provider's name.
 */
public final class OneApplicationRouter implements SipApplicationRouter {

  private static final SipApplicationRouterInfo OUTSIDE =
      new SipApplicationRouterInfo(null, null, null, null, SipRouteModifier.NO_ROUTE, null);

  private volatile SipApplicationRouterInfo toApplication = to("none");

  private static SipApplicationRouterInfo to(String application) {
    return new SipApplicationRouterInfo(
        application,
        SipApplicationRoutingRegion.NEUTRAL_REGION,
        null,
        null,
        SipRouteModifier.NO_ROUTE,
        null);
  }

  /** Finds the router by the service provider interface of JSR 289 15.4.2. */
  public static final class Provider extends SipApplicationRouterProvider {

    @Override
    public SipApplicationRouter getSipApplicationRouter() {
      return new OneApplicationRouter();
    }
  }

  @Override
  public void applicationDeployed(List<String> names) {
    if (!names.isEmpty()) {
      toApplication = to(names.getFirst());
    }
  }

  /** A request that comes while the application goes must find nothing, not the way outside. */
  @Override
  public void applicationUndeployed(List<String> names) {}

  @Override
  public SipApplicationRouterInfo getNextApplication(
      SipServletRequest request,
      @Nullable SipApplicationRoutingRegion region,
      SipApplicationRoutingDirective directive,
      @Nullable SipTargetedRequestInfo targeted,
      @Nullable Serializable stateInfo) {
    boolean fromApplication =
        request instanceof MobicentsSipServletRequest known && known.getSipSession() != null;
    return fromApplication ? OUTSIDE : toApplication;
  }

  @Override
  public void init() {}

  @Override
  public void init(Properties properties) {}

  @Override
  public void destroy() {}
}
