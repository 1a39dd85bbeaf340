package org.comuta.logging.syslog;

/** Kind of program that a message comes from, RFC 5424 table 1; the code is the ordinal. */
public enum SyslogFacility {
  KERN,
  USER,
  MAIL,
  DAEMON,
  AUTH,
  SYSLOG,
  LPR,
  NEWS,
  UUCP,
  CRON,
  AUTHPRIV,
  FTP,
  NTP,
  AUDIT,
  ALERT,
  CLOCK,
  LOCAL0,
  LOCAL1,
  LOCAL2,
  LOCAL3,
  LOCAL4,
  LOCAL5,
  LOCAL6,
  LOCAL7;

  /** PRIVAL of a message of this severity, RFC 5424 6.2.1. */
  int priority(int severity) {
    return ordinal() * 8 + severity;
  }
}
