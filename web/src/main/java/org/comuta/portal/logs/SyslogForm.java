package org.comuta.portal.logs;

import java.io.Serializable;
import org.comuta.logging.line.LogLevel;
import org.comuta.logging.syslog.SyslogFacility;
import org.comuta.logging.syslog.SyslogFraming;
import org.comuta.logging.syslog.SyslogTarget;
import org.comuta.logging.syslog.SyslogTransport;
import org.jspecify.annotations.Nullable;

/** A syslog server as typed into the page. One view each. */
public class SyslogForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private @Nullable String name;
  private boolean enabled = true;
  private @Nullable String host;
  private int port = SyslogTarget.usualPort(SyslogTransport.TLS);
  private SyslogTransport transport = SyslogTransport.TLS;
  private SyslogFraming framing = SyslogFraming.OCTET_COUNTING;
  private SyslogFacility facility = SyslogFacility.LOCAL0;
  private LogLevel minimumLevel = LogLevel.INFO;
  private @Nullable String trustedCertificates;

  static SyslogForm of(SyslogTarget target) {
    SyslogForm form = new SyslogForm();
    form.name = target.name();
    form.enabled = target.enabled();
    form.host = target.host();
    form.port = target.port();
    form.transport = target.transport();
    form.framing = target.framing();
    form.facility = target.facility();
    form.minimumLevel = target.minimumLevel();
    form.trustedCertificates = target.trustedCertificates();
    return form;
  }

  SyslogTarget target() {
    return new SyslogTarget(
        text(name),
        enabled,
        text(host),
        port,
        transport,
        framing,
        facility,
        minimumLevel,
        text(trustedCertificates));
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }

  /** Another transport usually has another port. */
  public void setTransport(SyslogTransport other) {
    if (port == SyslogTarget.usualPort(transport)) {
      port = SyslogTarget.usualPort(other);
    }
    transport = other;
  }

  public SyslogTransport getTransport() {
    return transport;
  }

  /** Whether the way messages are told apart can be chosen. */
  public boolean isFramed() {
    return transport == SyslogTransport.TCP;
  }

  /** Whether it has to prove who it is. */
  public boolean isEncrypted() {
    return transport == SyslogTransport.TLS;
  }

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  public boolean isEnabled() {
    return enabled;
  }

  public void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }

  public @Nullable String getHost() {
    return host;
  }

  public void setHost(@Nullable String host) {
    this.host = host;
  }

  public int getPort() {
    return port;
  }

  public void setPort(int port) {
    this.port = port;
  }

  public SyslogFraming getFraming() {
    return framing;
  }

  public void setFraming(SyslogFraming framing) {
    this.framing = framing;
  }

  public SyslogFacility getFacility() {
    return facility;
  }

  public void setFacility(SyslogFacility facility) {
    this.facility = facility;
  }

  public LogLevel getMinimumLevel() {
    return minimumLevel;
  }

  public void setMinimumLevel(LogLevel minimumLevel) {
    this.minimumLevel = minimumLevel;
  }

  public @Nullable String getTrustedCertificates() {
    return trustedCertificates;
  }

  public void setTrustedCertificates(@Nullable String trustedCertificates) {
    this.trustedCertificates = trustedCertificates;
  }
}
