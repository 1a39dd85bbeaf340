package org.comuta.cli.ssh;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.server.session.ServerSession;
import org.comuta.account.TerminalSessions;
import org.comuta.account.WayIn;
import org.comuta.configuration.Way;
import org.comuta.identity.PortalSession;
import org.comuta.identity.SessionBean;
import org.comuta.identity.SessionKind;
import org.comuta.identity.SignIn;
import org.comuta.identity.SshPublicKey;
import org.comuta.identity.SshSignInBean;
import org.comuta.interfaces.InterfaceService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs people in to a connection, and begins their session. Any thread. */
final class SignInOverSsh {
  private static final Logger LOG = LoggerFactory.getLogger(SignInOverSsh.class);

  /** The user that the owner of the state folder signs in as. */
  private static final String OWNER = "admin";

  private static final String OWNER_KEY = "cli_ed25519.pub";

  /** Most characters of a name or a secret. */
  private static final int LONGEST = 255;

  /** What is to be answered to a try. */
  enum Verdict {
    WELCOME,
    CODE_NEEDED,
    REFUSED
  }

  private final SshSignInBean identity;
  private final SessionBean sessions;
  private final TerminalSessions terminals;
  private final Path ownerKey;

  /**
   * @param keys folder of keys of the state folder
   */
  SignInOverSsh(
      SshSignInBean identity, SessionBean sessions, TerminalSessions terminals, Path keys) {
    this.identity = identity;
    this.sessions = sessions;
    this.terminals = terminals;
    ownerKey = keys.resolve(OWNER_KEY);
  }

  /** With a password; of who has a second factor a code is needed too. */
  Verdict withPassword(String name, String password, ServerSession connection) {
    return tooLong(name, password)
        ? Verdict.REFUSED
        : answer(identity.withPassword(name, password, address(connection)), connection);
  }

  /** With a code, by one whose password was right. */
  Verdict withCode(String name, String code, ServerSession connection) {
    return tooLong(name, code)
        ? Verdict.REFUSED
        : answer(identity.withCode(name, code, address(connection)), connection);
  }

  /** What strangers send is counted by their name, which is remembered: so it must have an end. */
  private static boolean tooLong(String name, String secret) {
    return name.length() > LONGEST || secret.length() > LONGEST;
  }

  /** Whether a key may sign in; that it does is known when the client has proved to hold it. */
  boolean mayOffer(String name, PublicKey key, ServerSession connection) {
    byte[] octets = octets(key);
    boolean ofOwner = isOfOwner(name, octets, connection);
    if (name.length() > LONGEST) {
      return false;
    }
    if (!ofOwner && !identity.knows(name, octets)) {
      return false;
    }
    connection.setAttribute(
        SignedInUser.Offered.KEY,
        new SignedInUser.Offered(name, Base64.getEncoder().encodeToString(octets), ofOwner));
    return true;
  }

  /** The connection is authenticated: if by a key, its user signs in now. False: not so. */
  boolean begin(ServerSession connection) {
    if (connection.getAttribute(SignedInUser.KEY) != null) {
      return true;
    }
    SignedInUser.Offered offered = connection.getAttribute(SignedInUser.Offered.KEY);
    if (offered == null) {
      return false;
    }
    String address = address(connection);
    byte[] key = Base64.getDecoder().decode(offered.key());
    SignIn result =
        offered.ofOwner()
            ? identity.asOwner(offered.name(), key, address)
            : identity.withKey(offered.name(), key, address);
    return answer(result, connection) == Verdict.WELCOME;
  }

  /** Whether the session of a connection goes on; looking does not count as using it. */
  boolean goesOn(SignedInUser user) {
    return sessions.find(user.sessionId(), false) != null;
  }

  /** The connection is gone. */
  void end(SignedInUser user) {
    terminals.close(user.secret());
    sessions.over(user.sessionId());
  }

  private Verdict answer(SignIn result, ServerSession connection) {
    return switch (result) {
      case SignIn.Accepted accepted -> {
        begin(accepted, connection);
        yield Verdict.WELCOME;
      }
      case SignIn.CodeNeeded ignored -> Verdict.CODE_NEEDED;
      case SignIn.Refused ignored -> Verdict.REFUSED;
      case SignIn.Locked ignored -> Verdict.REFUSED;
      case SignIn.Busy ignored -> Verdict.REFUSED;
      case SignIn.DirectoryAway ignored -> Verdict.REFUSED;
    };
  }

  private void begin(SignIn.Accepted accepted, ServerSession connection) {
    String client = connection.getClientVersion();
    PortalSession session =
        sessions.begin(
            accepted.user(),
            SessionKind.SSH,
            address(connection),
            client == null ? "" : client.replaceFirst("^SSH-2\\.0-", ""));
    connection.setAttribute(
        SignedInUser.KEY,
        new SignedInUser(
            accepted.user(),
            accepted.due(),
            session.id(),
            terminals.open(session, way(connection))));
  }

  private static @Nullable Way way(ServerSession connection) {
    Ends ends = Ends.of(connection.getIoSession());
    return WayIn.between(
        InterfaceService.SSH, ends.peer().getHostAddress(), ends.ours().getHostAddress());
  }

  /**
   * Whether it is the key that lies in the state folder, used on this machine. Who can read it can
   * read and write the database beside it too, so it opens nothing that was closed.
   */
  private boolean isOfOwner(String name, byte[] key, ServerSession connection) {
    InetAddress peer = peer(connection);
    if (!name.equals(OWNER) || peer == null || !isHere(peer, connection)) {
      return false;
    }
    try {
      SshPublicKey own =
          Files.exists(ownerKey)
              ? SshPublicKey.read(Files.readString(ownerKey, StandardCharsets.UTF_8)).key()
              : null;
      return own != null && Arrays.equals(Base64.getDecoder().decode(own.encoded()), key);
    } catch (IOException unreadable) {
      LOG.warn("{} cannot be read: {}", ownerKey, unreadable.toString());
      return false;
    }
  }

  /** Whether both ends of a connection are on this machine. */
  private static boolean isHere(InetAddress peer, ServerSession connection) {
    return peer.isLoopbackAddress() || peer.equals(local(connection));
  }

  private static byte[] octets(PublicKey key) {
    ByteArrayBuffer buffer = new ByteArrayBuffer();
    buffer.putRawPublicKey(key);
    return buffer.getCompactData();
  }

  private static String address(ServerSession connection) {
    InetAddress peer = peer(connection);
    return peer == null ? "unknown" : peer.getHostAddress();
  }

  private static @Nullable InetAddress peer(ServerSession connection) {
    return address(connection.getIoSession().getRemoteAddress());
  }

  private static @Nullable InetAddress local(ServerSession connection) {
    return address(connection.getIoSession().getLocalAddress());
  }

  private static @Nullable InetAddress address(SocketAddress end) {
    return end instanceof InetSocketAddress internet ? internet.getAddress() : null;
  }
}
