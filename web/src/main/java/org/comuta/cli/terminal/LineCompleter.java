package org.comuta.cli.terminal;

import java.util.List;
import org.comuta.cli.Cells;
import org.comuta.cli.Command;
import org.comuta.cli.CommandLine;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Offers what could be typed next. */
final class LineCompleter implements Completer {
  private final CommandLine commandLine;

  LineCompleter(CommandLine commandLine) {
    this.commandLine = commandLine;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    List<String> before = line.words().subList(0, line.wordIndex());
    String prefix = line.word().substring(0, Math.min(line.wordCursor(), line.word().length()));
    for (Command.Proposal proposal : commandLine.proposals(before, prefix)) {
      String help = Cells.printable(proposal.help());
      candidates.add(
          new Candidate(
              proposal.word(),
              Cells.printable(proposal.shown()),
              null,
              help.isEmpty() ? null : help,
              null,
              null,
              proposal.ends()));
    }
  }
}
