package org.comuta.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comuta.cli.Command.Proposal;
import org.comuta.database.DatabaseTrouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds and does what somebody typed. One thread. */
public final class CommandLine {
  private static final Logger LOG = LoggerFactory.getLogger(CommandLine.class);

  /** Most characters of a line. */
  public static final int LONGEST = 16_384;

  /**
   * What came of a line.
   *
   * @param over whether no other line is to be taken
   */
  public record Outcome(ExitCode exitCode, boolean over) {}

  private final Session session;
  private final Map<String, Command> commands = new TreeMap<>();

  /** These commands for somebody who signed in. */
  public CommandLine(Session session, List<Command> known) {
    this.session = session;
    known.forEach(command -> commands.put(command.name(), command));
  }

  /** Does one line; an empty one, or a remark behind #, is nothing. */
  public Outcome run(String line, Console console) {
    try {
      return done(line, console);
    } catch (CommandException refused) {
      refused.text(session.texts()).lines().forEach(text -> console.problem(Cells.printable(text)));
      return new Outcome(refused.exitCode(), refused.isSignedOut());
    } catch (RuntimeException failed) {
      if (Thread.currentThread().isInterrupted() || DatabaseTrouble.isBehind(failed)) {
        LOG.warn("A command was not done: {}", failed.toString());
      } else {
        LOG.error("A command failed", failed);
      }
      console.problem(session.texts().of("failed"));
      return new Outcome(ExitCode.UNAVAILABLE, false);
    }
  }

  private Outcome done(String line, Console console) {
    if (line.length() > LONGEST) {
      throw CommandException.misused("tooLong", LONGEST);
    }
    Words words = Words.of(line);
    if (words.words().isEmpty() || words.words().getFirst().text().startsWith("#")) {
      return new Outcome(ExitCode.DONE, false);
    }
    if (words.open() != 0) {
      throw CommandException.misused("openQuote", String.valueOf(words.open()));
    }
    List<String> texts = words.texts();
    Command command = commands.get(texts.getFirst());
    if (command == null) {
      throw CommandException.misused("unknownCommand", texts.getFirst());
    }
    Arguments arguments = Arguments.of(texts.subList(1, texts.size()));
    Output output = new Output(console, session.texts(), session.cells(), Format.of(arguments));
    command.run(new Command.Call(session, arguments, console, output));
    return new Outcome(ExitCode.DONE, command.isLast());
  }

  /**
   * What could be typed next.
   *
   * @param before the words before it
   * @param prefix what the word begins with
   */
  public List<Proposal> proposals(List<String> before, String prefix) {
    try {
      if (before.isEmpty()) {
        return commands.values().stream()
            .map(one -> Proposal.of(one.name(), session.texts().of("help." + one.name())))
            .filter(one -> one.word().startsWith(prefix))
            .toList();
      }
      Command command = commands.get(before.getFirst());
      if (command == null) {
        return List.of();
      }
      Arguments arguments = Arguments.of(before.subList(1, before.size()));
      return command.proposals(session, arguments, prefix).stream()
          .filter(one -> one.word().startsWith(prefix))
          .toList();
    } catch (CommandException unknown) {
      return List.of();
    }
  }

  public Session session() {
    return session;
  }
}
