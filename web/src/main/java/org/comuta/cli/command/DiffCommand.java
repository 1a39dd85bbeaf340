package org.comuta.cli.command;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import org.comuta.cli.Api;
import org.comuta.cli.Arguments;
import org.comuta.cli.Command;

/** What differs between two revisions; without them, what apply would change. */
final class DiffCommand implements Command {
  @Override
  public String name() {
    return "diff";
  }

  @Override
  public String usage() {
    return "diff [FROM [TO]] [kind=KIND] [name=NAME]";
  }

  @Override
  public void run(Call call) {
    Arguments arguments = call.arguments();
    arguments.atMost(2);
    Api.Request request =
        Lists.request(List.of("configuration", "diff"), arguments)
            .with("from", arguments.name(0))
            .with("to", arguments.name(1));
    JsonObject answer = call.api().ask(request).object();
    List<JsonObject> objects =
        answer.get("objects") instanceof JsonArray array
            ? array.getValuesAs(JsonObject.class)
            : List.of();
    Changes.write(call, answer, objects, List.of("kind", "name", "change"));
  }
}
