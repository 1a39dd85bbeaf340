package org.comuta.mail;

/** How the connection to a mail server is protected. */
public enum MailSecurity {
  /** TLS from the beginning (RFC 8314 section 3.3). */
  TLS(465),
  /** TLS before anything is said (RFC 3207); without it nothing is sent. */
  STARTTLS(587),
  /** Not at all. */
  NONE(25);

  private final int port;

  MailSecurity(int port) {
    this.port = port;
  }

  /** Where nothing else is said. */
  int port() {
    return port;
  }
}
