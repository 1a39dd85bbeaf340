package org.comuta.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.comuta.identity.provider.ProviderPerson;
import org.jspecify.annotations.Nullable;

/** Sessions of the portal, in transactions. Any thread. */
@Stateless
public class SessionBean {
  @Inject private IdentityParts parts;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public SessionBean() {}

  /** Begins one for a user who has just signed in; {@code client} is what that says it is. */
  public PortalSession begin(User user, SessionKind kind, String address, String client) {
    return parts.sessions.begin(user.name(), kind, address, client);
  }

  /** The same for somebody whom a provider has just signed in. */
  public PortalSession begin(
      User user, String address, String client, String provider, ProviderPerson person) {
    return parts.sessions.begin(user.name(), address, client, provider, person);
  }

  /**
   * Whose session it is and what they may do, as of now; null when they have to sign in again.
   *
   * @param byPerson whether the person asks, and not a page that refreshes itself
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public SignIn.@Nullable Accepted find(String id, boolean byPerson) {
    User user = parts.sessions.find(id, byPerson);
    return user == null ? null : parts.authenticator.inPerson(user);
  }

  /** Those of one user or, with null, of all; the newest first. */
  public List<PortalSession> sessions(@Nullable String userName) {
    return parts.sessions.all(userName);
  }

  /** The session of this identity, or null. */
  public @Nullable PortalSession session(String id) {
    return parts.sessions.get(id);
  }

  /** Ends one that somebody chose; audited. */
  public void end(PortalSession session, Actor actor) {
    if (parts.sessions.end(session.id())) {
      parts.audit.write(
          actor,
          AuditAction.SESSION_END,
          "session",
          session.id(),
          AuditEntry.Outcome.DONE,
          session.userName());
    }
  }

  /**
   * Ends those of a user; audited.
   *
   * @param except identity of one that goes on; null for none
   * @return how many
   */
  public int endAll(String userName, @Nullable String except, Actor actor) {
    int ended = parts.sessions.endAll(userName, except);
    parts.audit.write(
        actor,
        AuditAction.SESSION_END,
        "user",
        userName,
        AuditEntry.Outcome.DONE,
        "sessions: " + ended);
    return ended;
  }

  /** One is over: signed out, or forgotten by the server. */
  public void over(String id) {
    parts.sessions.end(id);
  }

  /** Forgets those of this node from before its start. */
  public void startAnew() {
    parts.sessions.startAnew();
  }

  /** Most seconds without a request of the person. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public long idleTimeout() {
    return parts.policy.get().idleTimeout();
  }
}
