package org.comuta.cli.ssh;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.apache.sshd.common.global.KeepAliveHandler;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.helpers.DefaultUnknownChannelReferenceHandler;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.channel.ChannelSessionFactory;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.server.global.NoMoreSessionsHandler;
import org.comuta.background.BackgroundThread;
import org.comuta.cli.Command;
import org.comuta.cli.command.Commands;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The command line's server: sessions with a shell or one command, and nothing else. */
final class SshService implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SshService.class);
  private static final int MOST_CONNECTIONS = 100;
  private static final int MOST_OF_ADDRESS = 30;
  private static final int MOST_CHANNELS = 4;
  private static final int MOST_TRIES = 12;
  private static final int WORKERS = 6;
  private static final Duration SIGN_IN_WITHIN = Duration.ofMinutes(1);

  private final SshServer server;
  private final BackgroundThread watch;
  private final HttpClient http;

  private SshService(SshServer server, Connections connections, HttpClient http) {
    this.server = server;
    this.http = http;
    watch = BackgroundThread.start("comuta-ssh-sessions", connections::lookThrough);
  }

  /**
   * Starts it.
   *
   * @param letIn whether a connection with these ends is let in, asked again while it is there
   */
  static SshService start(SshSettings settings, SignInOverSsh signIn, Predicate<Ends> letIn)
      throws IOException, GeneralSecurityException {
    Cryptography.prepare();
    Files.createDirectories(settings.keys());
    KeyPair hostKey = HostKey.keptIn(settings.keys());
    Connections connections = new Connections(signIn, letIn, MOST_CONNECTIONS, MOST_OF_ADDRESS);
    HttpClient http =
        HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    List<Command> commands = Commands.all(settings.log());
    ChannelFactory channels = new ChannelFactory(commands, http, settings.portal());
    SshServer server = SshServer.setUpDefaultServer();
    server.setHost(settings.address());
    server.setPort(settings.port());
    server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
    Cryptography.restrict(server);
    letIn(server, signIn);
    offer(server, channels);
    bound(server);
    server.addSessionListener(connections);
    try {
      server.start();
    } catch (IOException | RuntimeException refused) {
      server.stop(true);
      http.shutdownNow();
      throw refused;
    }
    LOG.info("The command line listens on {} port {} (SSH)", settings.address(), settings.port());
    return new SshService(server, connections, http);
  }

  /** The port it listens on. */
  int port() {
    return server.getPort();
  }

  private static void letIn(SshServer server, SignInOverSsh signIn) {
    server.setPublickeyAuthenticator(signIn::mayOffer);
    // Who has a second factor is not let in by a password alone.
    server.setPasswordAuthenticator(
        (name, password, connection) ->
            signIn.withPassword(name, password, connection) == SignInOverSsh.Verdict.WELCOME);
    server.setUserAuthFactories(
        List.of(
            UserAuthPublicKeyFactory.INSTANCE,
            new TypedSignIn.Factory(signIn),
            UserAuthPasswordFactory.INSTANCE));
  }

  private static void offer(SshServer server, ChannelFactory channels) {
    server.setShellFactory(channels::shell);
    server.setCommandFactory(channels::command);
    server.setSubsystemFactories(List.of());
    server.setChannelFactories(List.of(ChannelSessionFactory.INSTANCE));
    server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
    server.setAgentFactory(null);
    server.setGlobalRequestHandlers(
        List.of(KeepAliveHandler.INSTANCE, NoMoreSessionsHandler.INSTANCE));
    server.setUnknownChannelReferenceHandler(DefaultUnknownChannelReferenceHandler.INSTANCE);
  }

  private static void bound(SshServer server) {
    CoreModuleProperties.SERVER_IDENTIFICATION.set(server, "Comuta");
    CoreModuleProperties.AUTH_TIMEOUT.set(server, SIGN_IN_WITHIN);
    CoreModuleProperties.MAX_AUTH_REQUESTS.set(server, MOST_TRIES);
    CoreModuleProperties.MAX_CONCURRENT_CHANNELS.set(server, MOST_CHANNELS);
    CoreModuleProperties.NIO_WORKERS.set(server, WORKERS);
    CoreModuleProperties.SOCKET_KEEPALIVE.set(server, true);
    // The rules of sign-in say when a session ends.
    CoreModuleProperties.IDLE_TIMEOUT.set(server, Duration.ZERO);
    CoreModuleProperties.NIO2_READ_TIMEOUT.set(server, Duration.ZERO);
  }

  @Override
  public void close() {
    watch.close();
    try {
      server.stop(true);
    } catch (IOException stays) {
      LOG.warn("The command line did not stop in order: {}", stays.toString());
    }
    http.shutdownNow();
  }
}
