package org.comuta.cli.ssh;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.server.session.ServerSession;
import org.comuta.database.DatabaseTrouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections there are: no more than the server bears, and none that is not let in or whose
 * session has ended. Any thread.
 */
final class Connections implements SessionListener {
  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
  private static final long LOOKED_AT_EVERY_MILLIS = 2_000;

  private final SignInOverSsh signIn;
  private final Predicate<Ends> letIn;
  private final int most;
  private final int mostOfAddress;
  private final Map<Session, Ends> open = new HashMap<>();
  private final Map<Session, SignedInUser> signedIn = new ConcurrentHashMap<>();

  /**
   * @param letIn whether a connection with these ends is let in
   * @param most connections at once
   * @param mostOfAddress of them from one address
   */
  Connections(SignInOverSsh signIn, Predicate<Ends> letIn, int most, int mostOfAddress) {
    this.signIn = signIn;
    this.letIn = letIn;
    this.most = most;
    this.mostOfAddress = mostOfAddress;
  }

  @Override
  public void sessionCreated(Session session) {
    Ends ends = Ends.of(session.getIoSession());
    if (!letIn.test(ends)) {
      session.close(true);
    } else if (!enter(session, ends)) {
      LOG.info(
          "Too many connections of SSH: one from {} was refused", ends.peer().getHostAddress());
      session.close(true);
    }
  }

  private synchronized boolean enter(Session session, Ends ends) {
    long ofAddress = open.values().stream().filter(one -> one.peer().equals(ends.peer())).count();
    if (open.size() >= most || ofAddress >= mostOfAddress) {
      return false;
    }
    open.put(session, ends);
    return true;
  }

  private synchronized void leave(Session session) {
    open.remove(session);
  }

  @Override
  public void sessionEvent(Session session, Event event) {
    if (event != Event.Authenticated || !(session instanceof ServerSession connection)) {
      return;
    }
    boolean begun = signIn.begin(connection);
    SignedInUser user = connection.getAttribute(SignedInUser.KEY);
    if (begun && user != null) {
      signedIn.put(session, user);
    } else {
      session.close(true);
    }
  }

  @Override
  public void sessionClosed(Session session) {
    leave(session);
    signedIn.remove(session);
    // Not that of the map: one who was refused at the last moment may have begun.
    SignedInUser user = session.getAttribute(SignedInUser.KEY);
    if (user != null) {
      try {
        signIn.end(user);
      } catch (RuntimeException failed) {
        if (!DatabaseTrouble.isBehind(failed)) {
          throw failed;
        }
        LOG.warn("A session stays on the list until it is too old: {}", failed.toString());
      }
    }
  }

  /**
   * Ends the connections whose sessions have ended or that are not let in any more; for how long to
   * rest.
   */
  long lookThrough() {
    refused().forEach(session -> session.close(true));
    try {
      signedIn.forEach(this::lookAt);
    } catch (RuntimeException failed) {
      // Without the database nobody can say; nothing can be done at the command line either.
      if (!DatabaseTrouble.isBehind(failed)) {
        throw failed;
      }
    }
    return LOOKED_AT_EVERY_MILLIS;
  }

  private synchronized List<Session> refused() {
    return open.entrySet().stream()
        .filter(one -> !letIn.test(one.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private void lookAt(Session session, SignedInUser user) {
    if (signIn.goesOn(user)) {
      return;
    }
    try {
      session.disconnect(SshConstants.SSH2_DISCONNECT_BY_APPLICATION, "Your session has ended.");
    } catch (IOException gone) {
      session.close(true);
    }
  }
}
