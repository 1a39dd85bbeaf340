package org.comuta.sip.container.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletConnection;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sip.Dialog;
import javax.sip.Transaction;
import javax.sip.header.Header;
import javax.sip.message.Request;
import org.mobicents.servlet.sip.core.session.MobicentsSipSession;
import org.mobicents.servlet.sip.message.SipFactoryImpl;
import org.mobicents.servlet.sip.message.SipServletRequestImpl;

/** A request, with what Jakarta Servlet 6 added to the interface since Restcomm was written. */
public final class ContainerRequest extends SipServletRequestImpl {

  private static final long serialVersionUID = 1L;
  private static final SharedHeaders SHARED = new SharedHeaders();

  /** For Restcomm's serialization. */
  public ContainerRequest() {}

  ContainerRequest(
      Request request,
      SipFactoryImpl factory,
      MobicentsSipSession session,
      Transaction transaction,
      Dialog dialog,
      boolean createDialog) {
    super(request, factory, session, transaction, dialog, createDialog);
  }

  @Override
  public void setHeader(String name, String value) {
    Header shared = SHARED.find(name, value);
    if (shared == null || isCommitted()) {
      super.setHeader(name, value);
    } else {
      message.setHeader(shared);
    }
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    Map<String, String[]> parameters = new LinkedHashMap<>();
    for (String name : Collections.list(getParameterNames())) {
      parameters.put(name, getParameterValues(name));
    }
    return parameters;
  }

  @Override
  public DispatcherType getDispatcherType() {
    return DispatcherType.REQUEST;
  }

  @Override
  public long getContentLengthLong() {
    return getContentLength();
  }

  @Override
  public ServletContext getServletContext() {
    return getSipSession().getSipApplicationSession().getSipContext().getServletContext();
  }

  @Override
  public boolean isAsyncStarted() {
    return false;
  }

  @Override
  public boolean isAsyncSupported() {
    return false;
  }

  @Override
  public AsyncContext startAsync() {
    throw new IllegalStateException("SIP has no asynchronous requests: answer when you like");
  }

  @Override
  public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
    return startAsync();
  }

  @Override
  public AsyncContext getAsyncContext() {
    return startAsync();
  }

  @Override
  public String getRequestId() {
    return getCallId();
  }

  @Override
  public String getProtocolRequestId() {
    return "";
  }

  @Override
  public ServletConnection getServletConnection() {
    throw new UnsupportedOperationException("a SIP request has no servlet connection");
  }
}
