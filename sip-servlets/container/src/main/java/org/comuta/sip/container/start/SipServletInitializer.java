package org.comuta.sip.container.start;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.HandlesTypes;
import java.util.ArrayList;
import java.util.EventListener;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.servlet.sip.annotation.SipListener;
import javax.servlet.sip.annotation.SipServlet;
import org.jspecify.annotations.Nullable;

/**
 * Makes a web application with {@code @SipServlet} classes a SIP application. The web container
 * creates servlets and listeners, so that injection works in them; SIP begins when the web
 * application is complete. Called by the web container, which finds it as a service.
 */
@HandlesTypes({SipServlet.class, SipListener.class})
public final class SipServletInitializer implements ServletContainerInitializer {

  @Override
  public void onStartup(@Nullable Set<Class<?>> found, ServletContext web) throws ServletException {
    Map<String, Servlet> servlets = new LinkedHashMap<>();
    List<EventListener> listeners = new ArrayList<>();
    for (Class<?> type : found == null ? Set.<Class<?>>of() : found) {
      SipServlet annotation = type.getAnnotation(SipServlet.class);
      if (annotation != null) {
        String name = annotation.name().isEmpty() ? type.getSimpleName() : annotation.name();
        Class<? extends Servlet> servletType = type.asSubclass(Servlet.class);
        Servlet bean = bean(servletType);
        Servlet servlet = bean == null ? web.createServlet(servletType) : bean;
        servlets.put(name, servlet);
        if (servlet instanceof EventListener listener
            && type.isAnnotationPresent(SipListener.class)) {
          listeners.add(listener);
        }
      } else if (type.isAnnotationPresent(SipListener.class)) {
        Class<? extends EventListener> listenerType = type.asSubclass(EventListener.class);
        EventListener bean = bean(listenerType);
        listeners.add(bean == null ? web.createListener(listenerType) : bean);
      }
    }
    if (!servlets.isEmpty()) {
      web.addListener(new ApplicationLife(servlets, listeners));
    }
  }

  /** A class with a CDI scope is created by CDI, which then also serves its {@code @EJB} fields. */
  private static <T> @Nullable T bean(Class<T> type) {
    CDI<Object> beans;
    try {
      beans = CDI.current();
    } catch (IllegalStateException withoutCdi) {
      return null;
    }
    Instance<T> instance = beans.select(type);
    return instance.isResolvable() ? instance.get() : null;
  }
}
