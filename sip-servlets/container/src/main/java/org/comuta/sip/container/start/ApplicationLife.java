package org.comuta.sip.container.start;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import java.util.EventListener;
import java.util.List;
import java.util.Map;
import org.comuta.sip.container.SipContainer;
import org.comuta.sip.container.SipSettings;
import org.comuta.sip.container.SipStartException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts SIP when the web application is complete, and stops it before it goes. */
final class ApplicationLife implements ServletContextListener {

  private static final Logger LOG = LoggerFactory.getLogger(ApplicationLife.class);

  private final Map<String, Servlet> servlets;
  private final List<EventListener> listeners;
  private @Nullable SipContainer container;

  ApplicationLife(Map<String, Servlet> servlets, List<EventListener> listeners) {
    this.servlets = servlets;
    this.listeners = listeners;
  }

  @Override
  public void contextInitialized(ServletContextEvent event) {
    var web = event.getServletContext();
    String name = web.getContextPath().isEmpty() ? "comuta" : web.getContextPath().substring(1);
    SipSettings settings = SipSettings.fromSystemProperties();
    try {
      RunningContainer starting = new RunningContainer(settings, web, name, servlets, listeners);
      container = starting;
      for (Map.Entry<String, Servlet> servlet : servlets.entrySet()) {
        servlet.getValue().init(new SipServletConfig(servlet.getKey(), web));
      }
      starting.open();
    } catch (SipStartException | ServletException e) {
      contextDestroyed(event);
      throw new IllegalStateException(e.getMessage(), e);
    } catch (RuntimeException e) {
      contextDestroyed(event);
      throw e;
    }
    LOG.info(
        "SIP on {}:{} (UDP, TCP) by {}",
        settings.bindAddress(),
        settings.port(),
        servlets.keySet());
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    SipContainer running = container;
    if (running != null) {
      container = null;
      // First the servlets: they end their calls, which takes a container that still sends.
      servlets.values().forEach(Servlet::destroy);
      running.stop();
    }
  }
}
