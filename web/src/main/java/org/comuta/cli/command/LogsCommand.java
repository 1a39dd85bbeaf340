package org.comuta.cli.command;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.comuta.cli.Api;
import org.comuta.cli.Arguments;
import org.comuta.cli.Cells;
import org.comuta.cli.Command;
import org.comuta.cli.CommandException;
import org.comuta.cli.Console;
import org.comuta.cli.ExitCode;
import org.comuta.cli.Session;

/** The end of the server's log, and what is added to it. */
final class LogsCommand implements Command {
  private static final int USUAL_LINES = 50;
  private static final int MOST_LINES = 10_000;
  private static final long LOOKED_AT_EVERY_MILLIS = 500;

  private final Path log;

  LogsCommand(Path log) {
    this.log = log;
  }

  @Override
  public String name() {
    return "logs";
  }

  @Override
  public String usage() {
    return "logs [follow] [lines=N]";
  }

  @Override
  public void run(Call call) {
    Arguments arguments = call.arguments();
    arguments.atMost(1);
    arguments.onlyFields(Set.of("lines"));
    String word = arguments.name(0);
    if (word != null && !word.equals("follow")) {
      throw CommandException.misused("tooMany", word);
    }
    requireRight(call, false);
    LogTail tail = new LogTail(log);
    try {
      tail.last(lines(arguments)).forEach(line -> tell(call.console(), line));
      if (word != null) {
        follow(call, tail);
      }
    } catch (IOException unreadable) {
      throw CommandException.of(ExitCode.UNAVAILABLE, "noLog");
    }
  }

  /** Until somebody presses Ctrl-C, or is gone, or may not see it any more. */
  private static void follow(Call call, LogTail tail) throws IOException {
    while (!call.console().isInterrupted(LOOKED_AT_EVERY_MILLIS)) {
      requireRight(call, true);
      tail.next().forEach(line -> tell(call.console(), line));
    }
  }

  private static void requireRight(Call call, boolean byItself) {
    Api.Request request = Api.Request.get("account");
    JsonObject account = call.api().ask(byItself ? request.again() : request).object();
    JsonObject rights = account.getJsonObject("effectiveRights");
    if (rights == null || rights.getString("diagnostics", "NONE").equals("NONE")) {
      throw CommandException.of(ExitCode.FORBIDDEN, "noRight", "SEE_DIAGNOSTICS");
    }
  }

  private static int lines(Arguments arguments) {
    String typed = arguments.field("lines");
    if (typed == null) {
      return USUAL_LINES;
    }
    if (!typed.matches("[0-9]{1,5}") || Integer.parseInt(typed) > MOST_LINES) {
      throw CommandException.misused("noLines", MOST_LINES);
    }
    return Integer.parseInt(typed);
  }

  private static void tell(Console console, String line) {
    console.line(Cells.printable(line.replace("\t", "    ")));
  }

  @Override
  public List<Proposal> proposals(Session session, Arguments before, String prefix) {
    return before.name(0) == null
        ? List.of(Proposal.of("follow", ""), new Proposal("lines=", "lines", "", false))
        : List.of();
  }
}
