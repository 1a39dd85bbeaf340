package org.comuta.sip.container.servlet;

import java.util.EventListener;
import java.util.List;
import org.mobicents.servlet.sip.core.SipContext;
import org.mobicents.servlet.sip.core.session.SipListenersHolder;

/** The application's listeners, made by the web container beforehand. */
final class ListenersHolder extends SipListenersHolder {

  ListenersHolder(SipContext context, List<EventListener> listeners) {
    super(context);
    listeners.forEach(this::addListenerToBunch);
  }

  @Override
  public boolean loadListeners(String[] classNames, ClassLoader loader) {
    return true;
  }
}
