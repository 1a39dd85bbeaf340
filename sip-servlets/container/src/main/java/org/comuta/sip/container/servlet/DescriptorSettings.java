package org.comuta.sip.container.servlet;

import java.lang.reflect.Method;
import java.util.List;
import javax.servlet.sip.SipServletRequest;
import org.jspecify.annotations.Nullable;
import org.mobicents.servlet.sip.annotation.ConcurrencyControlMode;
import org.mobicents.servlet.sip.core.SipContext;
import org.mobicents.servlet.sip.core.SipListeners;
import org.mobicents.servlet.sip.core.descriptor.MobicentsSipServletMapping;
import org.mobicents.servlet.sip.core.message.MobicentsSipServletRequest;
import org.mobicents.servlet.sip.core.security.MobicentsSipLoginConfig;
import org.mobicents.servlet.sip.core.security.SipDigestAuthenticator;
import org.mobicents.servlet.sip.ruby.SipRubyController;

/**
 * What a sip.xml could set. There is none: the application is one main servlet on lanes, and every
 * setter here is Restcomm's, not ours.
 */
abstract class DescriptorSettings implements SipContext {

  private static final int PROXY_TIMEOUT_SECONDS = 180;

  @Override
  public boolean hasDistributableManager() {
    return false;
  }

  @Override
  public void setApplicationName(String name) {}

  @Override
  public @Nullable String getDescription() {
    return null;
  }

  @Override
  public void setDescription(String description) {}

  @Override
  public @Nullable String getLargeIcon() {
    return null;
  }

  @Override
  public void setLargeIcon(String icon) {}

  @Override
  public @Nullable String getSmallIcon() {
    return null;
  }

  @Override
  public void setSmallIcon(String icon) {}

  @Override
  public void setListeners(SipListeners listeners) {}

  @Override
  public boolean isMainServlet() {
    return true;
  }

  @Override
  public void setMainServlet(String servlet) {}

  @Override
  public void setServletHandler(String servlet) {}

  @Override
  public int getProxyTimeout() {
    return PROXY_TIMEOUT_SECONDS;
  }

  @Override
  public void setProxyTimeout(int timeout) {}

  /** Sessions do not expire by themselves: call control knows how long a call may last. */
  @Override
  public int getSipApplicationSessionTimeout() {
    return 0;
  }

  @Override
  public void setSipApplicationSessionTimeout(int minutes) {}

  @Override
  public void addSipApplicationListener(String listener) {}

  @Override
  public void removeSipApplicationListener(String listener) {}

  @Override
  public String[] findSipApplicationListeners() {
    return new String[0];
  }

  @Override
  public @Nullable Method getSipApplicationKeyMethod() {
    return null;
  }

  @Override
  public void setSipApplicationKeyMethod(Method method) {}

  @Override
  public void setSipLoginConfig(MobicentsSipLoginConfig config) {}

  @Override
  public @Nullable MobicentsSipLoginConfig getSipLoginConfig() {
    return null;
  }

  @Override
  public void addSipServletMapping(MobicentsSipServletMapping mapping) {}

  @Override
  public void removeSipServletMapping(MobicentsSipServletMapping mapping) {}

  @Override
  public List<MobicentsSipServletMapping> findSipServletMappings() {
    return List.of();
  }

  @Override
  public @Nullable MobicentsSipServletMapping findSipServletMappings(SipServletRequest request) {
    return null;
  }

  @Override
  public void setConcurrencyControlMode(ConcurrencyControlMode mode) {}

  /** Lanes keep a call's messages apart; Restcomm's locks would only cost. */
  @Override
  public ConcurrencyControlMode getConcurrencyControlMode() {
    return ConcurrencyControlMode.None;
  }

  @Override
  public void setSipRubyController(SipRubyController controller) {}

  @Override
  public @Nullable SipRubyController getSipRubyController() {
    return null;
  }

  @Override
  public boolean isPackageProtectionEnabled() {
    return false;
  }

  /** Authentication is call control's, by the rules of the NAP. */
  @Override
  public boolean authorize(MobicentsSipServletRequest request) {
    return true;
  }

  @Override
  public @Nullable SipDigestAuthenticator getDigestAuthenticator() {
    return null;
  }

  @Override
  public void stopGracefully(long timeToWait) {}

  @Override
  public boolean isStoppingGracefully() {
    return false;
  }
}
