package org.comuta.logging.syslog;

/** How messages get to a syslog server. */
public enum SyslogTransport {
  /** RFC 5426: a datagram each; what is lost is lost. */
  UDP,
  /** RFC 6587: over a connection. */
  TCP,
  /** RFC 5425: over an encrypted connection to a server that proves who it is. */
  TLS
}
