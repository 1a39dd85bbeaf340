package org.comuta.cli.command;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.comuta.cli.Api;
import org.comuta.cli.Arguments;
import org.comuta.cli.Command;
import org.comuta.cli.FieldValues;
import org.comuta.cli.Proposals;
import org.comuta.cli.Session;
import org.comuta.cli.Subject;
import org.comuta.cli.SubjectField;

/** Makes one of the configuration as another is. Secrets, which nobody can read, are not copied. */
final class CopyCommand implements Command {
  @Override
  public String name() {
    return "copy";
  }

  @Override
  public String usage() {
    return "copy SUBJECT NAME NEW-NAME [FIELD=VALUE …] [--comment=WHY]";
  }

  @Override
  public void run(Call call) {
    Arguments arguments = call.arguments();
    Subject subject = call.session().vocabulary().get(arguments.required(0, "SUBJECT"));
    Edits.require(subject.configured(), call, subject);
    String from = arguments.required(1, "NAME");
    String to = arguments.required(2, "NEW-NAME");
    JsonObject there =
        call.api().ask(Api.Request.get(Edits.path(subject, from), List.of())).object();
    List<String> secrets =
        subject.fields().stream()
            .filter(SubjectField::secret)
            .map(SubjectField::name)
            .filter(name -> !there.getString(name, "").isEmpty())
            .toList();
    JsonObjectBuilder copy = Json.createObjectBuilder(there).add("name", to);
    secrets.forEach(copy::remove);
    JsonObject body =
        FieldValues.merged(
            copy.build(), subject, Edits.values(call, subject, arguments.from(3).names()));
    Api.Request request = Api.Request.of("POST", subject.segments(), body);
    Api.Answer answer = call.api().ask(Edits.because(request, arguments));
    Edits.saved(call, subject, to, answer.object());
    if (!secrets.isEmpty()) {
      call.console().note(call.text("secretsNotCopied", String.join(", ", secrets)));
    }
  }

  @Override
  public List<Proposal> proposals(Session session, Arguments before, String prefix) {
    if (before.name(0) == null) {
      return Proposals.subjects(session, Subject::configured, false);
    }
    return before.names().size() == 2 ? List.of() : Edits.proposals(session, before, prefix, true);
  }
}
