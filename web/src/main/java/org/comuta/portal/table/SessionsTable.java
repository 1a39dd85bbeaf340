package org.comuta.portal.table;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.comuta.identity.PortalSession;
import org.comuta.identity.Right;
import org.comuta.identity.SessionBean;
import org.comuta.identity.SessionKind;

/** Everybody's sessions of portal and command line, the newest first. */
@ApplicationScoped
public class SessionsTable extends MemoryTable<PortalSession> {
  /** Its name, the word of the API. */
  public static final String ID = "sessions";

  @Inject private SessionBean sessions;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public SessionsTable() {}

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Right needed() {
    return Right.SEE_ADMINISTRATION;
  }

  @Override
  List<PortalSession> all() {
    return sessions.sessions(null);
  }

  @Override
  public List<Column<PortalSession>> columns(Words words) {
    return List.of(
        Column.of(words, "userName", "session.user", Filter.TEXT, PortalSession::userName),
        Column.<PortalSession>of(words, "kind", "session.kind", Filter.CHOICE, PortalSession::kind)
            .choices(words.choices("sessionKind.", SessionKind.values())),
        Column.of(words, "address", "session.address", Filter.TEXT, PortalSession::address),
        Column.of(words, "client", "session.client", Filter.TEXT, PortalSession::client)
            .width(Column.Width.WIDE),
        Column.of(words, "startedAt", "session.startedAt", Filter.MOMENT, PortalSession::startedAt),
        Column.of(
            words, "lastSeenAt", "session.lastSeenAt", Filter.MOMENT, PortalSession::lastSeenAt));
  }

  @Override
  public String key(PortalSession session) {
    return session.id();
  }
}
