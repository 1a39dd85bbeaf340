package org.comuta.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.comuta.cli.Command;

/** All commands there are. */
public final class Commands {
  private Commands() {}

  /**
   * Makes them.
   *
   * @param log the file that the server writes its log to
   */
  public static List<Command> all(Path log) {
    List<Command> commands = new ArrayList<>();
    commands.add(new ShowCommand());
    commands.add(new CreateCommand());
    commands.add(new SetCommand());
    commands.add(new CopyCommand());
    commands.add(new DeleteCommand());
    commands.add(new PendingCommand());
    commands.add(new DiffCommand());
    commands.add(new ApplyCommand());
    commands.add(new HistoryCommand());
    commands.add(new RestoreCommand());
    commands.add(new ListCommand("revisions", "configuration/revisions"));
    commands.add(new ListCommand("users", "users"));
    commands.add(new ListCommand("sessions", "sessions"));
    commands.add(new ListCommand("locks", "locks"));
    commands.add(new WatchCommand());
    commands.add(new StatisticsCommand());
    commands.add(new HangUpCommand());
    commands.add(new LogsCommand(log));
    commands.add(new PasswordCommand());
    commands.add(new WhoAmICommand());
    commands.add(new HelpCommand(commands));
    commands.add(new ExitCommand());
    return List.copyOf(commands);
  }
}
