package org.comuta.cli.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.Signal;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.comuta.cli.CommandException;
import org.comuta.cli.CommandLine;
import org.comuta.cli.ExitCode;
import org.comuta.cli.Texts;
import org.comuta.cli.terminal.Shell;
import org.comuta.identity.Due;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One channel: a shell on a terminal, lines that come without one, or a single line. */
final class CommandChannel implements Command {
  private static final Logger LOG = LoggerFactory.getLogger(CommandChannel.class);

  private final ChannelFactory factory;
  private final SignedInUser user;
  private final @Nullable String line;
  private InputStream in = InputStream.nullInputStream();
  private OutputStream out = OutputStream.nullOutputStream();
  private OutputStream err = OutputStream.nullOutputStream();
  private @Nullable ExitCallback callback;
  private @Nullable StreamConsole streams;
  private @Nullable Thread thread;

  CommandChannel(ChannelFactory factory, SignedInUser user, @Nullable String line) {
    this.factory = factory;
    this.user = user;
    this.line = line;
  }

  @Override
  public void setInputStream(InputStream input) {
    in = input;
  }

  @Override
  public void setOutputStream(OutputStream output) {
    out = output;
  }

  @Override
  public void setErrorStream(OutputStream errors) {
    err = errors;
  }

  @Override
  public void setExitCallback(ExitCallback exit) {
    callback = exit;
  }

  @Override
  public void start(ChannelSession channel, Environment environment) {
    streams = new StreamConsole(out, err);
    thread =
        Thread.ofPlatform()
            .name("comuta-ssh-" + user.user().name())
            .daemon()
            .unstarted(() -> run(environment));
    // The server's own threads know nothing of the application's classes.
    thread.setContextClassLoader(CommandChannel.class.getClassLoader());
    thread.start();
  }

  @Override
  public void destroy(ChannelSession channel) {
    StreamConsole console = streams;
    if (console != null) {
      console.end();
    }
    Thread running = thread;
    if (running != null) {
      running.interrupt();
    }
  }

  private void run(Environment environment) {
    Map<String, String> variables = environment.getEnv();
    String language = variables.getOrDefault("LC_ALL", variables.get("LANG"));
    ExitCode exitCode = ExitCode.UNAVAILABLE;
    try {
      CommandLine commandLine = factory.begin(user, language);
      String type = variables.get(Environment.ENV_TERM);
      exitCode =
          type == null || type.isEmpty()
              ? withoutTerminal(commandLine)
              : onTerminal(commandLine, type, environment);
    } catch (CommandException refused) {
      console().problem(refused.text(Texts.choose(null, language)));
      exitCode = refused.exitCode();
    } catch (IOException | RuntimeException gone) {
      LOG.info("A channel of {} ended: {}", user.user().name(), gone.toString());
    } finally {
      console().end();
      ExitCallback exit = callback;
      if (exit != null) {
        exit.onExit(exitCode.number());
      }
    }
  }

  private StreamConsole console() {
    StreamConsole console = streams;
    if (console == null) {
      throw new IllegalStateException("The channel has not begun");
    }
    return console;
  }

  private ExitCode withoutTerminal(CommandLine commandLine) throws IOException {
    String due = due(commandLine);
    if (due != null) {
      console().problem(due);
    }
    if (line != null) {
      return commandLine.run(line, console()).exitCode();
    }
    // A script: the first line that is not done ends it.
    ScriptReader script = new ScriptReader(in);
    for (String next = script.next(); next != null; next = script.next()) {
      CommandLine.Outcome outcome = commandLine.run(next, console());
      if (outcome.over() || outcome.exitCode() != ExitCode.DONE) {
        return outcome.exitCode();
      }
    }
    return ExitCode.DONE;
  }

  private ExitCode onTerminal(CommandLine commandLine, String type, Environment environment)
      throws IOException {
    try (Terminal terminal =
        new ExternalTerminal("comuta-ssh", type, in, out, StandardCharsets.UTF_8)) {
      terminal.setSize(size(environment));
      environment.addSignalListener(
          (channel, signal) -> {
            terminal.setSize(size(environment));
            terminal.raise(Terminal.Signal.WINCH);
          },
          Signal.WINCH);
      Shell shell = new Shell(commandLine, terminal);
      String due = due(commandLine);
      if (due != null) {
        shell.console().problem(due);
      }
      if (line != null) {
        return shell.one(line).exitCode();
      }
      shell.console().note(commandLine.session().texts().of("welcome", user.user().name()));
      return shell.run();
    }
  }

  /** What the user has to do before anything else. */
  private @Nullable String due(CommandLine commandLine) {
    return user.due() == Due.NOTHING ? null : commandLine.session().texts().of("due." + user.due());
  }

  private static Size size(Environment environment) {
    Map<String, String> variables = environment.getEnv();
    return new Size(
        number(variables.get(Environment.ENV_COLUMNS), 80),
        number(variables.get(Environment.ENV_LINES), 24));
  }

  private static int number(@Nullable String text, int otherwise) {
    return text == null || !text.matches("[1-9][0-9]{0,3}") ? otherwise : Integer.parseInt(text);
  }
}
