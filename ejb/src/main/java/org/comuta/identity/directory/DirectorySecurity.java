package org.comuta.identity.directory;

/** How the connection to a directory is protected. */
public enum DirectorySecurity {
  /** TLS from the beginning. */
  LDAPS(636),
  /** TLS before anything is said (RFC 4511 section 4.14). */
  STARTTLS(389),
  /** Not at all; to loopback only. */
  NONE(389);

  private final int port;

  DirectorySecurity(int port) {
    this.port = port;
  }

  /** Where nothing else is said. */
  int port() {
    return port;
  }
}
