package org.comuta.sip.container.servlet;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import java.util.EventListener;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletContextEvent;
import javax.servlet.sip.SipServletListener;
import javax.servlet.sip.TimerService;
import org.comuta.sip.container.Dialogs;
import org.comuta.sip.container.lane.LaneGroup;
import org.jspecify.annotations.Nullable;
import org.mobicents.servlet.sip.core.MobicentsSipServlet;
import org.mobicents.servlet.sip.core.SipApplicationDispatcher;
import org.mobicents.servlet.sip.core.SipContextEvent;
import org.mobicents.servlet.sip.core.SipContextEventType;
import org.mobicents.servlet.sip.core.SipListeners;
import org.mobicents.servlet.sip.core.SipManager;
import org.mobicents.servlet.sip.core.message.MobicentsSipServletRequest;
import org.mobicents.servlet.sip.core.message.MobicentsSipServletResponse;
import org.mobicents.servlet.sip.core.session.MobicentsSipApplicationSession;
import org.mobicents.servlet.sip.core.session.MobicentsSipSession;
import org.mobicents.servlet.sip.core.session.MobicentsSipSessionsUtil;
import org.mobicents.servlet.sip.core.session.SipSessionsUtilImpl;
import org.mobicents.servlet.sip.core.timers.ProxyTimerService;
import org.mobicents.servlet.sip.core.timers.SipApplicationSessionTimerService;
import org.mobicents.servlet.sip.message.SipFactoryFacade;
import org.mobicents.servlet.sip.message.SipFactoryImpl;

/**
 * The SIP application inside a web application: its servlets, listeners and sessions. Entering and
 * leaving it costs nothing, for a lane's thread belongs to the application for good.
 */
public final class ApplicationContext extends DescriptorSettings {

  private final ServletContext web;
  private final String name;
  private final LaneDispatcher dispatcher;
  private final Map<String, MobicentsSipServlet> servlets = new LinkedHashMap<>();
  private final String mainServlet;
  private final SipListeners listeners;
  private final SessionManager sessions;
  private final SipFactoryFacade factory;
  private final MobicentsSipSessionsUtil sessionsUtil;
  private final LaneTimerService timers = new LaneTimerService();
  private final LaneSessionExpiry expiry = new LaneSessionExpiry();
  private final LaneProxyTimers proxyTimers;
  private final Dialogs dialogs;

  /** The first servlet is the main one: it gets every request that begins a call. */
  public ApplicationContext(
      ServletContext web,
      String name,
      LaneDispatcher dispatcher,
      LaneGroup lanes,
      Map<String, Servlet> servletsByName,
      List<EventListener> eventListeners) {
    this.web = web;
    this.name = name;
    this.dispatcher = dispatcher;
    servletsByName.forEach((key, servlet) -> servlets.put(key, new ServletHolder(key, servlet)));
    mainServlet = servlets.keySet().iterator().next();
    listeners = new ListenersHolder(this, eventListeners);
    sessions = new SessionManager(lanes, this);
    SipFactoryImpl sipFactory = (SipFactoryImpl) dispatcher.getSipFactory();
    sessions.setMobicentsSipFactory(sipFactory);
    factory = new SipFactoryFacade(sipFactory, this);
    sessionsUtil = new SipSessionsUtilImpl(this);
    proxyTimers = new LaneProxyTimers(lanes);
    dialogs = new ToldDialogs(this, dispatcher, sessions);
  }

  /** Puts the objects of JSR 289 4.4 where servlets look for them. */
  public void publish() {
    web.setAttribute(SipServlet.SIP_FACTORY, factory);
    web.setAttribute(SipServlet.SIP_SESSIONS_UTIL, sessionsUtil);
    web.setAttribute(SipServlet.TIMER_SERVICE, timers);
    web.setAttribute(SipServlet.SUPPORTED, List.of(dispatcher.getExtensionsSupported()));
    web.setAttribute(SipServlet.SUPPORTED_RFCs, List.of(dispatcher.getRfcSupported()));
  }

  /** Makes known where the container listens itself (JSR 289 section 14.2), once it does. */
  public void publishInterfaces() {
    web.setAttribute(
        SipServlet.OUTBOUND_INTERFACES,
        List.copyOf(dispatcher.getSipNetworkInterfaceManager().getOutboundInterfaces()));
  }

  /** Dialogs, for who keeps them beyond this process. */
  public Dialogs dialogs() {
    return dialogs;
  }

  public int sessionCount() {
    return sessions.getActiveSipApplicationSessions();
  }

  @Override
  public String getApplicationName() {
    return name;
  }

  @Override
  public String getApplicationNameHashed() {
    return dispatcher.getHashFromApplicationName(name);
  }

  @Override
  public String getMainServlet() {
    return mainServlet;
  }

  @Override
  public String getServletHandler() {
    return mainServlet;
  }

  @Override
  public @Nullable MobicentsSipServlet findSipServletByName(@Nullable String servlet) {
    return servlet == null ? null : servlets.get(servlet);
  }

  @Override
  public @Nullable MobicentsSipServlet findSipServletByClassName(String className) {
    return servlets.values().stream()
        .filter(holder -> ((ServletHolder) holder).servlet().getClass().getName().equals(className))
        .findFirst()
        .orElse(null);
  }

  @Override
  public Map<String, MobicentsSipServlet> getChildrenMap() {
    return servlets;
  }

  @Override
  public SipListeners getListeners() {
    return listeners;
  }

  @Override
  public SipManager getSipManager() {
    return sessions;
  }

  @Override
  public SipApplicationDispatcher getSipApplicationDispatcher() {
    return dispatcher;
  }

  @Override
  public String getEngineName() {
    return "comuta";
  }

  @Override
  public boolean notifySipContextListeners(SipContextEvent event) {
    if (event.getEventType() == SipContextEventType.SERVLET_INITIALIZED) {
      for (MobicentsSipServlet holder : servlets.values()) {
        if (((ServletHolder) holder).servlet() instanceof SipServlet servlet) {
          SipServletContextEvent initialized = new SipServletContextEvent(web, servlet);
          for (SipServletListener listener : listeners.getSipServletsListeners()) {
            listener.servletInitialized(initialized);
          }
        }
      }
    }
    return true;
  }

  @Override
  public void enterSipApp(
      MobicentsSipApplicationSession application,
      MobicentsSipSession session,
      boolean checkManagedThread,
      boolean containerManaged) {}

  @Override
  public void exitSipApp(MobicentsSipApplicationSession application, MobicentsSipSession session) {}

  @Override
  public boolean enterSipAppHa(boolean startCacheActivity) {
    return false;
  }

  @Override
  public void exitSipAppHa(
      MobicentsSipServletRequest request,
      MobicentsSipServletResponse response,
      boolean batchStarted) {}

  @Override
  public void enterSipContext() {}

  @Override
  public void exitSipContext(ClassLoader before) {}

  @Override
  public SipFactory getSipFactoryFacade() {
    return factory;
  }

  @Override
  public MobicentsSipSessionsUtil getSipSessionsUtil() {
    return sessionsUtil;
  }

  @Override
  public TimerService getTimerService() {
    return timers;
  }

  @Override
  public ProxyTimerService getProxyTimerService() {
    return proxyTimers;
  }

  @Override
  public SipApplicationSessionTimerService getSipApplicationSessionTimerService() {
    return expiry;
  }

  @Override
  public ServletContext getServletContext() {
    return web;
  }

  @Override
  public String getPath() {
    return web.getContextPath();
  }

  @Override
  public ClassLoader getSipContextClassLoader() {
    return web.getClassLoader();
  }
}
