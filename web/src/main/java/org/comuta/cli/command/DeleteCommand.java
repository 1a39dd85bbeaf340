package org.comuta.cli.command;

import java.util.List;
import org.comuta.cli.Api;
import org.comuta.cli.Arguments;
import org.comuta.cli.Command;
import org.comuta.cli.Proposals;
import org.comuta.cli.Session;
import org.comuta.cli.Subject;
import org.comuta.cli.Subject.Verb;

/** Removes one. */
final class DeleteCommand implements Command {
  @Override
  public String name() {
    return "delete";
  }

  @Override
  public String usage() {
    return "delete SUBJECT NAME [--yes] [--comment=WHY]";
  }

  @Override
  public void run(Call call) {
    Arguments arguments = call.arguments();
    Subject subject = call.session().vocabulary().get(arguments.required(0, "SUBJECT"));
    Edits.require(subject.can(Verb.DELETE), call, subject);
    String name = arguments.required(1, "NAME");
    arguments.atMost(2);
    call.confirm(call.text("deleteReally", subject.one(), name));
    Api.Request request = Api.Request.of("DELETE", Edits.path(subject, name), null);
    call.api().ask(subject.configured() ? Edits.because(request, arguments) : request);
    call.console().note(call.text("deleted", subject.one(), name));
  }

  @Override
  public List<Proposal> proposals(Session session, Arguments before, String prefix) {
    String word = before.name(0);
    if (word == null) {
      return Proposals.subjects(session, one -> one.can(Verb.DELETE), false);
    }
    return before.name(1) == null
        ? Proposals.names(session, session.vocabulary().get(word))
        : List.of();
  }
}
