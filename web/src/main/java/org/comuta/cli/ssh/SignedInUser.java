package org.comuta.cli.ssh;

import java.util.Arrays;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.comuta.identity.Due;
import org.comuta.identity.User;
import org.jspecify.annotations.Nullable;

/**
 * Who signed in over a connection.
 *
 * @param secret with which the commands of the connection ask the API
 * @param sessionId identity of the session in the list of them
 */
record SignedInUser(User user, Due due, String sessionId, String secret) {
  /** Where a connection keeps it. */
  static final AttributeKey<SignedInUser> KEY = new AttributeKey<>();

  /** A key that was offered, until its holder has proved to have the private half. */
  record Offered(String name, byte[] key, boolean ofOwner) {
    static final AttributeKey<Offered> KEY = new AttributeKey<>();

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Offered that
          && name.equals(that.name)
          && Arrays.equals(key, that.key)
          && ofOwner == that.ofOwner;
    }

    @Override
    public int hashCode() {
      return name.hashCode() + 31 * Arrays.hashCode(key);
    }

    @Override
    public String toString() {
      return "Offered[" + name + "]";
    }
  }

  /** Without the secret, so that it never reaches a log. */
  @Override
  public String toString() {
    return "SignedInUser[" + user.name() + "]";
  }
}
