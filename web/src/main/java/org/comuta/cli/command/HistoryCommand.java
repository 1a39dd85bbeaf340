package org.comuta.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.comuta.cli.Api;
import org.comuta.cli.Arguments;
import org.comuta.cli.Command;
import org.comuta.cli.Proposals;
import org.comuta.cli.Session;
import org.comuta.cli.Subject;

/** What became of one of the configuration, the last change first. */
final class HistoryCommand implements Command {
  @Override
  public String name() {
    return "history";
  }

  @Override
  public String usage() {
    return "history SUBJECT NAME [page=N] [size=N]";
  }

  @Override
  public void run(Call call) {
    Arguments arguments = call.arguments();
    Subject subject = call.session().vocabulary().get(arguments.required(0, "SUBJECT"));
    Edits.require(subject.configured(), call, subject);
    List<String> path = new ArrayList<>(Edits.path(subject, arguments.required(1, "NAME")));
    arguments.atMost(2);
    path.add("history");
    Api.Answer answer = call.api().ask(Lists.request(path, arguments));
    Changes.write(
        call,
        answer.object(),
        answer.items(),
        List.of("number", "savedAt", "author", "address", "comment", "change"));
  }

  @Override
  public List<Proposal> proposals(Session session, Arguments before, String prefix) {
    String word = before.name(0);
    if (word == null) {
      return Proposals.subjects(session, Subject::configured, false);
    }
    return before.name(1) == null
        ? Proposals.names(session, session.vocabulary().get(word))
        : List.of();
  }
}
