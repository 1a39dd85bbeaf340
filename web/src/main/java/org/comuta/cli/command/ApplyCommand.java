package org.comuta.cli.command;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import org.comuta.cli.Api;
import org.comuta.cli.Arguments;
import org.comuta.cli.Cells;
import org.comuta.cli.Command;
import org.comuta.cli.CommandException;
import org.jspecify.annotations.Nullable;

/** Makes everything that was saved live. */
final class ApplyCommand implements Command {
  @Override
  public String name() {
    return "apply";
  }

  @Override
  public String usage() {
    return "apply [comment WHY …]";
  }

  @Override
  public void run(Call call) {
    Api.Request request =
        Api.Request.of("POST", List.of("configuration", "apply"), null)
            .with("comment", comment(call.arguments()));
    JsonObject applied = call.api().ask(request).object();
    Cells cells = call.session().cells();
    call.output()
        .done(
            call.text(
                "applied",
                cells.text(applied.get("revision")),
                cells.text(applied.get("previous"))),
            applied);
    if (applied.get("warnings") instanceof JsonArray warnings) {
      for (JsonObject warning : warnings.getValuesAs(JsonObject.class)) {
        call.console()
            .problem(
                "%s %s: %s"
                    .formatted(
                        warning.getString("kind", ""),
                        warning.getString("name", ""),
                        warning.getString("message", "")));
      }
    }
  }

  private static @Nullable String comment(Arguments arguments) {
    List<String> words = arguments.names();
    if (words.isEmpty()) {
      return arguments.options().get("comment");
    }
    if (!words.getFirst().equals("comment")) {
      throw CommandException.misused("tooMany", words.getFirst());
    }
    return String.join(" ", words.subList(1, words.size()));
  }
}
