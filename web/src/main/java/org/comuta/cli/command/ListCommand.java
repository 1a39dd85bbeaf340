package org.comuta.cli.command;

import java.util.List;
import org.comuta.cli.Api;
import org.comuta.cli.Arguments;
import org.comuta.cli.Command;
import org.comuta.cli.Proposals;
import org.comuta.cli.Session;
import org.comuta.cli.Subject;

/** A short word for a list that is often asked for. */
final class ListCommand implements Command {
  private final String name;
  private final String path;

  ListCommand(String name, String path) {
    this.name = name;
    this.path = path;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String usage() {
    return name + " [FILTER=VALUE …] [page=N] [size=N]";
  }

  @Override
  public void run(Call call) {
    call.arguments().atMost(0);
    Subject subject = call.session().vocabulary().get(path);
    Api.Answer answer = call.api().ask(Lists.request(subject.segments(), call.arguments()));
    Lists.write(call, subject, answer.object(), answer.items());
  }

  @Override
  public List<Proposal> proposals(Session session, Arguments before, String prefix) {
    Subject subject = session.vocabulary().get(path);
    return Proposals.fields(session, subject.filters(), before, prefix);
  }
}
