package org.comuta.sdp;

/**
 * Who made a description, and which version of it this is (RFC 8866 section 5.2).
 *
 * @param sessionId digits, which may be more than a number of ours can hold
 * @param version digits, likewise
 */
public record Origin(String user, String sessionId, String version, NetworkAddress address) {
  public Origin {
    Grammar.word("user", user);
    Grammar.word("session identifier", sessionId);
    Grammar.word("session version", version);
  }

  /** Stands where a description is not yet told by anybody. */
  static final Origin NOBODY = new Origin("-", "0", "0", new NetworkAddress("IP4", "0.0.0.0"));

  /** As it stands in a line. */
  @Override
  public String toString() {
    return user + ' ' + sessionId + ' ' + version + ' ' + address;
  }
}
