package org.comuta.cli.ssh;

import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.comuta.identity.Due;
import org.comuta.identity.Origin;
import org.comuta.identity.OwnRights;
import org.comuta.identity.Rights;
import org.comuta.identity.Role;
import org.comuta.identity.SignIn;
import org.comuta.identity.SshSignInBean;
import org.comuta.identity.User;

/** Users {@code one} and, with a second factor, {@code two}; any other is as the first. */
final class FakeIdentity extends SshSignInBean {
  static final String PASSWORD = "right";
  static final String CODE = "123456";

  /** Name and Base64 of keys that are known. */
  final Set<String> keys = ConcurrentHashMap.newKeySet();

  private static User user(String name) {
    Instant then = Instant.EPOCH;
    return new User(
        name,
        "",
        Role.OPERATOR,
        OwnRights.NONE,
        true,
        then,
        then,
        then,
        false,
        name.equals("two"),
        Origin.LOCAL);
  }

  static SignIn.Accepted accepted(String name) {
    return new SignIn.Accepted(user(name), Rights.ALL, true, Due.NOTHING);
  }

  @Override
  public SignIn withPassword(String name, String password, String address) {
    if (!password.equals(PASSWORD)) {
      return new SignIn.Refused();
    }
    return name.equals("two") ? new SignIn.CodeNeeded(user(name)) : accepted(name);
  }

  @Override
  public SignIn withCode(String name, String code, String address) {
    return code.equals(CODE) ? accepted(name) : new SignIn.Refused();
  }

  @Override
  public boolean knows(String name, byte[] key) {
    return keys.contains(name + Base64.getEncoder().encodeToString(key));
  }

  @Override
  public SignIn withKey(String name, byte[] key, String address) {
    return knows(name, key) ? accepted(name) : new SignIn.Refused();
  }

  @Override
  public SignIn asOwner(String name, byte[] key, String address) {
    return accepted(name);
  }
}
