package org.comuta.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * Sign-in over SSH: the users, locks and rules of the portal. A key stands by itself, as a token
 * does: it is asked for no code, and wrong ones are not counted, for they cannot be guessed. Any
 * thread.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SshSignInBean {
  @Inject private IdentityParts parts;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public SshSignInBean() {}

  /** Signs in with a password; failures are counted and written. */
  public SignIn withPassword(String name, String password, String address) {
    try {
      SignIn result = parts.authenticator.signIn(name, password, address, false);
      return audited(result, address, "password");
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new SignIn.Busy();
    }
  }

  /** Signs in with a code of the second factor, after the password. */
  public SignIn withCode(String name, String code, String address) {
    SignIn result =
        parts.authenticator.signInWithCode(UserRules.canonicalName(name), code, address, false);
    return audited(result, address, "password and code");
  }

  /** Whether a user who may sign in has this key, RFC 4253 section 6.6; nothing is written. */
  public boolean knows(String name, byte[] key) {
    User user = enabled(name);
    return user != null && parts.sshKeys.known(user.name(), key) != null;
  }

  /** Signs in with a key that the client has proved to hold. */
  public SignIn withKey(String name, byte[] key, String address) {
    User user = enabled(name);
    SshKey known = user == null ? null : parts.sshKeys.known(user.name(), key);
    if (user == null || known == null) {
      return new SignIn.Refused();
    }
    parts.sshKeys.used(known, address);
    return audited(parts.authenticator.inPerson(user), address, "key " + known.fingerprint());
  }

  /** Signs in the owner of the state folder, with the key that lies there. */
  public SignIn asOwner(String name, byte[] key, String address) {
    User user = enabled(name);
    return user == null
        ? new SignIn.Refused()
        : audited(
            parts.authenticator.inPerson(user),
            address,
            "key of the state folder " + SshPublicKey.fingerprint(key));
  }

  private @Nullable User enabled(String name) {
    User user = parts.users.find(UserRules.canonicalName(name));
    return user != null && user.enabled() ? user : null;
  }

  private SignIn audited(SignIn result, String address, String how) {
    if (result instanceof SignIn.Accepted accepted) {
      parts.audit.write(
          new Actor(accepted.user().name(), Actor.overSsh(address)),
          AuditAction.SIGN_IN,
          "user",
          accepted.user().name(),
          AuditEntry.Outcome.DONE,
          how);
    }
    return result;
  }
}
