package org.comuta.cli.ssh;

import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.comuta.identity.Due;
import org.comuta.identity.User;

/**
 * Who signed in over a connection.
 *
 * @param secret with which the commands of the connection ask the API
 * @param sessionId identity of the session in the list of them
 */
record SignedInUser(User user, Due due, String sessionId, String secret) {
  /** Where a connection keeps it. */
  static final AttributeKey<SignedInUser> KEY = new AttributeKey<>();

  /**
   * A key that was offered, until its holder has proved to have the private half.
   *
   * @param key RFC 4253 section 6.6, in Base64
   * @param ofOwner whether it is the one that lies in the state folder
   */
  record Offered(String name, String key, boolean ofOwner) {
    /** Where a connection keeps it. */
    static final AttributeKey<Offered> KEY = new AttributeKey<>();
  }

  /** Without the secret, so that it never reaches a log. */
  @Override
  public String toString() {
    return "SignedInUser[" + user.name() + "]";
  }
}
