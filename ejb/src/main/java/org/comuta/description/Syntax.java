package org.comuta.description;

/** What a text field must look like; checked when saved. */
public enum Syntax {
  /** Any printable text. */
  TEXT,
  /** Name of an object: letters, digits, {@code _ - .}, at most 64. */
  NAME,
  /** Host name, IPv4 or IPv6 address. */
  HOST,
  /** IPv4 or IPv6 address, without brackets. */
  ADDRESS,
  /** X.509 certificates in PEM (RFC 7468), one or several, on several lines. */
  CERTIFICATES,
  /** A private key as OpenSSH writes it or in PEM (RFC 7468), on several lines. */
  PRIVATE_KEY,
  /** {@code HOST}, {@code HOST:PORT} or {@code [IPv6]:PORT}. */
  HOST_PORT,
  /** Telephone number as it is dialled: digits, {@code *} and {@code #}, at most 32. */
  NUMBER,
  /** POSIX extended regular expression, unanchored; empty accepts everything. */
  NUMBER_FILTER,
  /** {@code /pattern/replacement/} with groups {@code $1}…; empty changes nothing. */
  NUMBER_REWRITE,
  /** Text with {@code ${field}} of the call record. */
  RECORD_LINE,
  /** Address of mail (RFC 5321 4.1.2) in ASCII, without quotes, such as {@code noc@example.com}. */
  MAIL_ADDRESS,
  /** Time zone, such as {@code America/Sao_Paulo}, {@code UTC} or {@code -03:00}. */
  TIME_ZONE
}
