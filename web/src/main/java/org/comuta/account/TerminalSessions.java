package org.comuta.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.comuta.configuration.Way;
import org.comuta.identity.Actor;
import org.comuta.identity.PortalSession;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of the command line on this node. Its commands are requests of the API, sent within
 * this process with a secret that never leaves it; so they are checked, done and audited as any
 * other request. Any thread.
 */
@ApplicationScoped
public class TerminalSessions {
  /** Header of a request that nobody asked for: a live view that goes on by itself. */
  public static final String SELF_REFRESH = "Comuta-Self-Refresh";

  private static final int OCTETS_OF_SECRET = 32;

  /**
   * A session of the command line.
   *
   * @param id identity of the session
   * @param address where its person is, as it is written down
   * @param way how its person reaches this server; null when nothing closes it
   */
  public record Terminal(String id, String address, @Nullable Way way) {}

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Terminal> terminals = new ConcurrentHashMap<>();

  /** For the container. */
  public TerminalSessions() {}

  /**
   * Makes the secret that requests of a session carry.
   *
   * @param way how its person reaches this server; null when nothing closes it
   */
  public String open(PortalSession session, @Nullable Way way) {
    byte[] octets = new byte[OCTETS_OF_SECRET];
    random.nextBytes(octets);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    terminals.put(secret, new Terminal(session.id(), Actor.overSsh(session.address()), way));
    return secret;
  }

  /** The session with this secret, or null. */
  public @Nullable Terminal find(String secret) {
    return terminals.get(secret);
  }

  /** Forgets a secret. */
  public void close(String secret) {
    terminals.remove(secret);
  }
}
