package org.comuta.cli.terminal;

import jakarta.json.JsonValue;
import org.comuta.cli.Api;
import org.comuta.cli.CommandLine;
import org.comuta.cli.ExitCode;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/** Somebody types, one line after the other, until there is enough. One thread. */
public final class Shell {
  private static final int LINES_REMEMBERED = 500;

  private final CommandLine commandLine;
  private final LineReader reader;
  private final TerminalConsole console;

  /** On a terminal; Ctrl-C ends what is being done, and not more. */
  public Shell(CommandLine commandLine, Terminal terminal) {
    this.commandLine = commandLine;
    reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("comuta")
            .parser(new LineParser())
            .completer(new LineCompleter(commandLine))
            .history(new MaskedHistory(commandLine.session()))
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.DISABLE_HIGHLIGHTER, true)
            .option(LineReader.Option.HISTORY_IGNORE_SPACE, true)
            .variable(LineReader.HISTORY_SIZE, LINES_REMEMBERED)
            .variable(LineReader.BELL_STYLE, "none")
            .build();
    console = new TerminalConsole(terminal, reader);
    Thread typist = Thread.currentThread();
    terminal.handle(
        Terminal.Signal.INT,
        signal -> {
          console.interrupt();
          typist.interrupt();
        });
  }

  /** Does lines until there is enough, and says how the last one ended. */
  public ExitCode run() {
    ExitCode last = ExitCode.DONE;
    while (true) {
      String line;
      try {
        line = reader.readLine(prompt());
      } catch (UserInterruptException emptied) {
        continue;
      } catch (EndOfFileException left) {
        return last;
      }
      CommandLine.Outcome outcome = one(line);
      last = outcome.exitCode();
      if (outcome.over()) {
        return last;
      }
    }
  }

  /** Does one line. */
  public CommandLine.Outcome one(String line) {
    console.ready();
    try {
      return commandLine.run(line, console);
    } finally {
      // A Ctrl-C that came too late is nothing to the next line.
      Thread.interrupted();
    }
  }

  /** Where to speak. */
  public TerminalConsole console() {
    return console;
  }

  /** With a star while something was saved that is not live. */
  private String prompt() {
    Api.Answer status = commandLine.session().api().send(Api.Request.get("configuration").again());
    boolean pending = JsonValue.TRUE.equals(status.object().get("pending"));
    return console.strong(pending ? "comuta*>" : "comuta>") + " ";
  }
}
