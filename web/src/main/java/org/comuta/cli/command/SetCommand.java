package org.comuta.cli.command;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.comuta.cli.Api;
import org.comuta.cli.Arguments;
import org.comuta.cli.Command;
import org.comuta.cli.CommandException;
import org.comuta.cli.FieldValues;
import org.comuta.cli.Session;
import org.comuta.cli.Subject;
import org.comuta.cli.Subject.Verb;

/** Changes some fields of one, unless somebody else changed it in between. */
final class SetCommand implements Command {
  @Override
  public String name() {
    return "set";
  }

  @Override
  public String usage() {
    return "set SUBJECT NAME FIELD=VALUE … [--comment=WHY]";
  }

  @Override
  public void run(Call call) {
    Arguments arguments = call.arguments();
    Subject subject = call.session().vocabulary().get(arguments.required(0, "SUBJECT"));
    boolean single = subject.can(Verb.REPLACE_SINGLE);
    Edits.require(single || subject.can(Verb.REPLACE), call, subject);
    String name = single ? "" : arguments.required(1, "NAME");
    List<String> path = single ? subject.segments() : Edits.path(subject, name);
    Map<String, List<String>> values =
        Edits.values(call, subject, arguments.from(single ? 1 : 2).names());
    if (values.isEmpty()) {
      throw CommandException.misused("missing", "FIELD=VALUE");
    }
    Api.Answer before = call.api().ask(Api.Request.get(path, List.of()));
    JsonObject body = FieldValues.merged(Edits.written(subject, before.object()), subject, values);
    Api.Request request = Api.Request.of("PUT", path, body).onlyWhen(before.tag());
    Api.Answer answer = call.api().ask(Edits.because(request, arguments));
    Edits.saved(call, subject, name, answer.object());
  }

  @Override
  public List<Proposal> proposals(Session session, Arguments before, String prefix) {
    return Edits.proposals(session, before, prefix, true);
  }
}
