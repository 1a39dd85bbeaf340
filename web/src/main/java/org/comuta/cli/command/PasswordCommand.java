package org.comuta.cli.command;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.comuta.cli.Api;
import org.comuta.cli.Command;
import org.comuta.cli.CommandException;
import org.comuta.cli.ExitCode;

/** Changes the own password, which is typed unseen. All sessions end, this one too. */
final class PasswordCommand implements Command {
  @Override
  public String name() {
    return "password";
  }

  @Override
  public String usage() {
    return "password";
  }

  @Override
  public void run(Call call) {
    call.arguments().atMost(0);
    String current = ask(call, "currentPassword");
    String next = ask(call, "newPassword");
    if (!next.equals(ask(call, "newPasswordAgain"))) {
      throw CommandException.of(ExitCode.REFUSED, "passwordsDiffer");
    }
    JsonObject body =
        Json.createObjectBuilder().add("currentPassword", current).add("newPassword", next).build();
    call.api().ask(Api.Request.of("PUT", List.of("account", "password"), body));
    call.console().note(call.text("passwordChanged"));
  }

  private static String ask(Call call, String key) {
    String secret = call.console().secret(call.text(key) + ": ");
    if (secret == null) {
      throw CommandException.misused("noTerminal");
    }
    return secret;
  }
}
