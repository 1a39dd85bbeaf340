package org.comuta.cli.command;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.comuta.cli.Api;
import org.comuta.cli.Arguments;
import org.comuta.cli.Cells;
import org.comuta.cli.Command;
import org.comuta.cli.CommandException;

/** Saves everything as it was at a revision; apply makes it live. */
final class RestoreCommand implements Command {
  @Override
  public String name() {
    return "restore";
  }

  @Override
  public String usage() {
    return "restore REVISION [--yes] [--comment=WHY]";
  }

  @Override
  public void run(Call call) {
    Arguments arguments = call.arguments();
    String revision = arguments.required(0, "REVISION");
    arguments.atMost(1);
    if (!revision.matches("[0-9]{1,18}")) {
      throw CommandException.misused("noRevision", revision);
    }
    call.confirm(call.text("restoreReally", revision));
    JsonObjectBuilder body = Json.createObjectBuilder().add("revision", Long.parseLong(revision));
    String comment = arguments.options().get("comment");
    if (comment != null) {
      body.add("comment", comment);
    }
    JsonObject restored =
        call.api()
            .ask(Api.Request.of("POST", List.of("configuration", "restore"), body.build()))
            .object();
    Cells cells = call.session().cells();
    call.output()
        .done(
            call.text(
                "restored",
                revision,
                cells.text(restored.get("revision")),
                cells.text(restored.get("changes"))),
            restored);
  }
}
