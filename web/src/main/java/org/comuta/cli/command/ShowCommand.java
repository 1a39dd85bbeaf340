package org.comuta.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.comuta.cli.Api;
import org.comuta.cli.Arguments;
import org.comuta.cli.Command;
import org.comuta.cli.CommandException;
import org.comuta.cli.Proposals;
import org.comuta.cli.Session;
import org.comuta.cli.Subject;
import org.comuta.cli.Subject.Verb;

/** Shows a list, or one thing with all that is known of it. */
final class ShowCommand implements Command {
  @Override
  public String name() {
    return "show";
  }

  @Override
  public String usage() {
    return "show SUBJECT [NAME [PART]] [FILTER=VALUE …] [page=N] [size=N] [--columns=A,B]";
  }

  @Override
  public void run(Call call) {
    Arguments arguments = call.arguments();
    Subject subject = call.session().vocabulary().get(arguments.required(0, "SUBJECT"));
    arguments.atMost(3);
    List<String> path = new ArrayList<>(subject.segments());
    path.addAll(arguments.names().subList(1, arguments.names().size()));
    Api.Answer answer = call.api().ask(Lists.request(path, arguments));
    if (answer.object().containsKey("items")) {
      boolean whole = path.size() == subject.segments().size();
      if (whole) {
        Lists.write(call, subject, answer.object(), answer.items());
      } else {
        call.output().page(answer.object(), List.of(), arguments.options().get("columns"));
      }
    } else if (answer.body() == null) {
      throw CommandException.misused("noText", String.join(" ", arguments.names()));
    } else {
      call.output().object(answer.object());
    }
  }

  @Override
  public List<Proposal> proposals(Session session, Arguments before, String prefix) {
    String word = before.name(0);
    if (word == null) {
      return Proposals.subjects(session, subject -> true, true);
    }
    Subject subject = session.vocabulary().get(word);
    List<Proposal> proposals = new ArrayList<>();
    if (before.names().size() == 1 && prefix.indexOf('=') < 0 && subject.can(Verb.READ)) {
      proposals.addAll(Proposals.names(session, subject));
    }
    if (before.names().size() == 1 && subject.can(Verb.LIST)) {
      proposals.addAll(Proposals.fields(session, subject.filters(), before, prefix));
    }
    return proposals;
  }
}
