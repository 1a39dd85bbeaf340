package org.comuta.cli.command;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.comuta.cli.Api;
import org.comuta.cli.Arguments;
import org.comuta.cli.Command;
import org.comuta.cli.CommandException;
import org.comuta.cli.ExitCode;
import org.comuta.cli.FieldValues;
import org.comuta.cli.Session;
import org.comuta.cli.Subject;
import org.comuta.cli.Subject.Verb;
import org.jspecify.annotations.Nullable;

/** Makes another; never replaces one. */
final class CreateCommand implements Command {
  @Override
  public String name() {
    return "create";
  }

  @Override
  public String usage() {
    return "create SUBJECT NAME FIELD=VALUE … [--comment=WHY]";
  }

  @Override
  public void run(Call call) {
    Arguments arguments = call.arguments();
    Subject subject = call.session().vocabulary().get(arguments.required(0, "SUBJECT"));
    Edits.require(subject.can(Verb.CREATE) || subject.can(Verb.REPLACE), call, subject);
    boolean named = subject.configured() || !subject.can(Verb.CREATE);
    String name = named ? arguments.required(1, "NAME") : null;
    JsonObject body =
        FieldValues.merged(
            JsonValue.EMPTY_JSON_OBJECT,
            subject,
            Edits.values(call, subject, arguments.from(named ? 2 : 1).names()));
    if (subject.can(Verb.CREATE)) {
      post(call, subject, name, body);
    } else if (name != null) {
      put(call, subject, name, body);
    }
  }

  private static void post(Call call, Subject subject, @Nullable String name, JsonObject body) {
    JsonObject whole =
        name == null ? body : Json.createObjectBuilder(body).add("name", name).build();
    Api.Request request = Api.Request.of("POST", subject.segments(), whole);
    Api.Answer answer = call.api().ask(Edits.because(request, call.arguments()));
    if (name == null) {
      // Such as a token, whose secret is told only now.
      call.output().object(answer.object());
    } else {
      Edits.saved(call, subject, name, answer.object());
    }
  }

  private static void put(Call call, Subject subject, String name, JsonObject body) {
    List<String> path = Edits.path(subject, name);
    if (call.api().send(Api.Request.get(path, List.of())).status() == 200) {
      throw CommandException.of(ExitCode.REFUSED, "exists", subject.one(), name);
    }
    Api.Answer answer = call.api().ask(Api.Request.of("PUT", path, body));
    Edits.saved(call, subject, name, answer.object());
  }

  @Override
  public List<Proposal> proposals(Session session, Arguments before, String prefix) {
    return Edits.proposals(session, before, prefix, false);
  }
}
