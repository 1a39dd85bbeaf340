package org.comuta.sip.container.servlet;

import gov.nist.javax.sip.header.Route;
import gov.nist.javax.sip.header.RouteList;
import gov.nist.javax.sip.message.SIPRequest;
import java.util.List;
import javax.sip.address.SipURI;
import javax.sip.address.URI;
import org.mobicents.servlet.sip.core.dispatchers.MessageDispatcher;
import org.mobicents.servlet.sip.core.session.MobicentsSipApplicationSession;

/**
 * Restcomm steers a request through its applications by URI parameters, and believes them from
 * whoever sends them: a stranger could name the session of somebody else's call. A request that
 * begins a call never carries any of ours, so whatever it carries is taken away.
 */
final class ForeignRouting {

  private static final List<String> PARAMETERS =
      List.of(
          MobicentsSipApplicationSession.SIP_APPLICATION_KEY_PARAM_NAME,
          MessageDispatcher.ROUTE_PARAM_DIRECTIVE,
          MessageDispatcher.ROUTE_PARAM_REGION_LABEL,
          MessageDispatcher.ROUTE_PARAM_REGION_TYPE,
          MessageDispatcher.ROUTE_PARAM_PREV_APPLICATION_NAME,
          MessageDispatcher.ROUTE_PARAM_PREV_APP_ID,
          MessageDispatcher.RR_PARAM_APPLICATION_NAME,
          MessageDispatcher.RR_PARAM_PROXY_APP,
          MessageDispatcher.APP_ID);

  private ForeignRouting() {}

  static void remove(SIPRequest request) {
    clean(request.getRequestURI());
    RouteList routes = request.getRouteHeaders();
    if (routes != null) {
      for (Route route : routes) {
        clean(route.getAddress().getURI());
      }
    }
  }

  private static void clean(URI uri) {
    if (uri instanceof SipURI sip && sip.getParameterNames().hasNext()) {
      PARAMETERS.forEach(sip::removeParameter);
    }
  }
}
