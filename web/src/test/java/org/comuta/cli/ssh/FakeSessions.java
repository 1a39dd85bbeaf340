package org.comuta.cli.ssh;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.comuta.identity.PortalSession;
import org.comuta.identity.SessionBean;
import org.comuta.identity.SessionKind;
import org.comuta.identity.SignIn;
import org.comuta.identity.User;
import org.jspecify.annotations.Nullable;

/** Sessions, one for each user. */
final class FakeSessions extends SessionBean {
  final Map<String, PortalSession> open = new ConcurrentHashMap<>();

  @Override
  public PortalSession begin(User user, SessionKind kind, String address, String client) {
    Instant now = Instant.EPOCH;
    String id = "session-" + user.name();
    PortalSession session = new PortalSession(id, user.name(), kind, address, client, now, now);
    open.put(id, session);
    return session;
  }

  @Override
  public SignIn.@Nullable Accepted find(String id, boolean byPerson) {
    PortalSession session = open.get(id);
    return session == null ? null : FakeIdentity.accepted(session.userName());
  }

  @Override
  public void over(String id) {
    open.remove(id);
  }
}
