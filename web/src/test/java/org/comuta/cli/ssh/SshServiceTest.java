package org.comuta.cli.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.keyboard.UserInteraction;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.comuta.account.TerminalSessions;
import org.comuta.configuration.Way;
import org.comuta.identity.PortalSession;
import org.comuta.identity.SessionKind;
import org.comuta.interfaces.InterfaceService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SshServiceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path state;
  private final FakeIdentity identity = new FakeIdentity();
  private final FakeSessions sessions = new FakeSessions();
  private final TerminalSessions terminals = new TerminalSessions();
  private final Queue<String> authorizations = new ConcurrentLinkedQueue<>();
  private volatile Predicate<Ends> letIn = ends -> true;
  private HttpServer api;
  private SshService service;
  private SshClient client;

  @BeforeEach
  void start() throws Exception {
    api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    api.createContext(
        "/",
        exchange -> {
          authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
          String path = exchange.getRequestURI().getPath();
          String body =
              switch (path) {
                case "/api/v1/account" -> "{\"name\":\"somebody\"}";
                case "/api/v1/me/preferences" -> "{\"language\":\"en\"}";
                default -> "{}";
              };
          byte[] octets = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, octets.length);
          exchange.getResponseBody().write(octets);
          exchange.close();
        });
    api.start();
    SshSettings settings =
        new SshSettings(
            "127.0.0.1",
            0,
            URI.create("http://127.0.0.1:" + api.getAddress().getPort()),
            state,
            state.resolve("server.log"));
    service =
        SshService.start(
            settings,
            new SignInOverSsh(identity, sessions, terminals, settings.keys()),
            ends -> letIn.test(ends));
    client = SshClient.setUpDefaultClient();
    client.setServerKeyVerifier((session, address, key) -> true);
    client.start();
  }

  @AfterEach
  void stop() {
    client.stop();
    service.close();
    api.stop(0);
  }

  private ClientSession connect(String user, Consumer<ClientSession> how) throws IOException {
    return connect("127.0.0.1", user, how);
  }

  private ClientSession connect(String from, String user, Consumer<ClientSession> how)
      throws IOException {
    ClientSession session =
        client
            .connect(
                user,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), service.port()),
                new InetSocketAddress(InetAddress.ofLiteral(from), 0))
            .verify(PATIENCE)
            .getSession();
    session.setKeyIdentityProvider(context -> List.of());
    how.accept(session);
    return session;
  }

  private static UserInteraction answers(String password, String code) {
    return new UserInteraction() {
      @Override
      public String[] interactive(
          ClientSession session,
          String name,
          String instruction,
          String lang,
          String[] prompt,
          boolean[] echo) {
        assertThat(echo).containsExactly(false);
        return new String[] {prompt[0].startsWith("Code") ? code : password};
      }

      @Override
      public @Nullable String getUpdatedPassword(
          ClientSession session, String prompt, String lang) {
        return null;
      }
    };
  }

  private static int run(ClientSession session, String line, ByteArrayOutputStream out)
      throws IOException {
    try (ChannelExec channel = session.createExecChannel(line)) {
      channel.setOut(out);
      channel.setErr(new ByteArrayOutputStream());
      channel.open().verify(PATIENCE);
      channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), PATIENCE);
      return channel.getExitStatus();
    }
  }

  @Test
  void aPasswordOpensACommandLineAndItsSessionEndsWithTheConnection() throws Exception {
    try (ClientSession session =
        connect("one", s -> s.addPasswordIdentity(FakeIdentity.PASSWORD))) {
      session.auth().verify(PATIENCE);
      assertThat(sessions.open.values())
          .extracting(PortalSession::userName, PortalSession::kind)
          .containsExactly(tuple("one", SessionKind.SSH));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      assertThat(run(session, "whoami", out)).isZero();
      assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("name  somebody\n");
      assertThat(run(session, "fly", new ByteArrayOutputStream())).isEqualTo(2);
    }
    waitUntilNobodyIsThere();
  }

  @Test
  void whatIsAskedForACommandTellsTheAddressItsPersonCameTo() throws Exception {
    try (ClientSession session =
        connect("127.0.0.2", "one", s -> s.addPasswordIdentity(FakeIdentity.PASSWORD))) {
      session.auth().verify(PATIENCE);
      assertThat(run(session, "whoami", new ByteArrayOutputStream())).isZero();
      assertThat(authorizations)
          .isNotEmpty()
          .allSatisfy(
              authorization ->
                  assertThat(terminals.find(authorization.replace("Terminal ", "")))
                      .extracting(TerminalSessions.Terminal::way)
                      .isEqualTo(new Way(InterfaceService.SSH, "127.0.0.1")));
    }
  }

  @Test
  void whoIsNotLetInHasNoConnection() throws Exception {
    ClientSession before = connect("one", s -> s.addPasswordIdentity(FakeIdentity.PASSWORD));
    try (before) {
      before.auth().verify(PATIENCE);
      InetAddress here = InetAddress.ofLiteral("127.0.0.1");
      letIn = ends -> !ends.equals(new Ends(here, here));
      assertThat(before.waitFor(EnumSet.of(ClientSession.ClientSessionEvent.CLOSED), PATIENCE))
          .as("one that was there before")
          .contains(ClientSession.ClientSessionEvent.CLOSED);
    }
    assertThatThrownBy(
            () -> {
              try (ClientSession refused =
                  connect("one", s -> s.addPasswordIdentity(FakeIdentity.PASSWORD))) {
                refused.auth().verify(PATIENCE);
              }
            })
        .isInstanceOf(IOException.class);
    waitUntilNobodyIsThere();
  }

  @Test
  void aCodeIsAskedOfWhoHasASecondFactorOnly() throws Exception {
    try (ClientSession one =
        connect("one", s -> s.setUserInteraction(answers(FakeIdentity.PASSWORD, "")))) {
      one.auth().verify(PATIENCE);
    }
    try (ClientSession two =
        connect(
            "two", s -> s.setUserInteraction(answers(FakeIdentity.PASSWORD, FakeIdentity.CODE)))) {
      two.auth().verify(PATIENCE);
    }
    try (ClientSession wrong =
        connect("two", s -> s.setUserInteraction(answers(FakeIdentity.PASSWORD, "0")))) {
      assertThatThrownBy(() -> wrong.auth().verify(PATIENCE)).isInstanceOf(SshException.class);
    }
    try (ClientSession plain = connect("two", s -> s.addPasswordIdentity(FakeIdentity.PASSWORD))) {
      assertThatThrownBy(() -> plain.auth().verify(PATIENCE)).isInstanceOf(SshException.class);
    }
    waitUntilNobodyIsThere();
  }

  @Test
  void aKeyOpensForItsUserOnly() throws Exception {
    for (KeyPair pair :
        List.of(
            KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256),
            KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP384, 384),
            KeyUtils.generateKeyPair(KeyPairProvider.SSH_RSA, 3072))) {
      identity.keys.add("one" + encoded(pair));
      try (ClientSession session = connect("one", s -> s.addPublicKeyIdentity(pair))) {
        session.auth().verify(PATIENCE);
      }
      try (ClientSession session = connect("other", s -> s.addPublicKeyIdentity(pair))) {
        assertThatThrownBy(() -> session.auth().verify(PATIENCE)).isInstanceOf(SshException.class);
      }
    }
  }

  @Test
  void theKeyInTheStateFolderOpensForTheAdministrator() throws Exception {
    KeyPair pair = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
    ByteArrayOutputStream half = new ByteArrayOutputStream();
    OpenSSHKeyPairResourceWriter.INSTANCE.writePublicKey(pair.getPublic(), "cli", half);
    Files.write(state.resolve("keys").resolve("cli_ed25519.pub"), half.toByteArray());
    try (ClientSession session = connect("admin", s -> s.addPublicKeyIdentity(pair))) {
      session.auth().verify(PATIENCE);
    }
    try (ClientSession session = connect("one", s -> s.addPublicKeyIdentity(pair))) {
      assertThatThrownBy(() -> session.auth().verify(PATIENCE)).isInstanceOf(SshException.class);
    }
  }

  @Test
  void aConnectionEndsWithItsSession() throws Exception {
    try (ClientSession session =
        connect("one", s -> s.addPasswordIdentity(FakeIdentity.PASSWORD))) {
      session.auth().verify(PATIENCE);
      sessions.open.clear();
      assertThat(session.waitFor(EnumSet.of(ClientSession.ClientSessionEvent.CLOSED), PATIENCE))
          .contains(ClientSession.ClientSessionEvent.CLOSED);
    }
  }

  @Test
  void nothingIsForwarded() throws Exception {
    try (ClientSession session =
        connect("one", s -> s.addPasswordIdentity(FakeIdentity.PASSWORD))) {
      session.auth().verify(PATIENCE);
      SshdSocketAddress here = new SshdSocketAddress("127.0.0.1", 0);
      assertThatThrownBy(() -> session.startRemotePortForwarding(here, here))
          .isInstanceOf(IOException.class);
      assertThatThrownBy(
              () ->
                  session
                      .createDirectTcpipChannel(
                          here, new SshdSocketAddress("127.0.0.1", service.port()))
                      .open()
                      .verify(PATIENCE))
          .isInstanceOf(IOException.class);
    }
  }

  private static String encoded(KeyPair pair) {
    ByteArrayBuffer buffer = new ByteArrayBuffer();
    buffer.putRawPublicKey(pair.getPublic());
    return Base64.getEncoder().encodeToString(buffer.getCompactData());
  }

  private void waitUntilNobodyIsThere() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!sessions.open.isEmpty()) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      LockSupport.parkNanos(10_000_000);
    }
  }
}
