package org.comuta.logging.syslog;

/** How messages are told apart within a TCP connection, RFC 6587 3.4. */
public enum SyslogFraming {
  /** The length stands before each message; always so over TLS. */
  OCTET_COUNTING,
  /** A line feed ends each message. */
  NON_TRANSPARENT
}
