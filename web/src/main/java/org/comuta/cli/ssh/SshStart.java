package org.comuta.cli.ssh;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.io.IOException;
import java.security.GeneralSecurityException;
import org.comuta.access.Entrance;
import org.comuta.access.Service;
import org.comuta.account.TerminalSessions;
import org.comuta.identity.SessionBean;
import org.comuta.identity.SshSignInBean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the command line with the application. Without it, calls go on as well. */
@WebListener
public class SshStart implements ServletContextListener {
  private static final Logger LOG = LoggerFactory.getLogger(SshStart.class);

  @Inject private SshSignInBean identity;
  @Inject private SessionBean sessions;
  @Inject private TerminalSessions terminals;
  @Inject private Entrance entrance;
  private @Nullable SshService service;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public SshStart() {}

  @Override
  public void contextInitialized(ServletContextEvent event) {
    SshSettings settings = SshSettings.ofSystem();
    try {
      service =
          SshService.start(
              settings,
              new SignInOverSsh(identity, sessions, terminals, settings.keys()),
              this::letsIn);
    } catch (IOException | GeneralSecurityException | RuntimeException failed) {
      LOG.error("The command line (SSH, port {}) cannot be started", settings.port(), failed);
    }
  }

  private boolean letsIn(Ends ends) {
    return entrance.judge(Service.SSH, ends.peer(), ends.ours().getHostAddress())
        == Entrance.Verdict.LET_IN;
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    SshService running = service;
    if (running != null) {
      running.close();
    }
  }
}
