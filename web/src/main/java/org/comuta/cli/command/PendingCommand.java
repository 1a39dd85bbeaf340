package org.comuta.cli.command;

import java.util.List;
import org.comuta.cli.Api;
import org.comuta.cli.Command;

/** What apply would change. */
final class PendingCommand implements Command {
  @Override
  public String name() {
    return "pending";
  }

  @Override
  public String usage() {
    return "pending";
  }

  @Override
  public void run(Call call) {
    call.arguments().atMost(0);
    Api.Answer answer =
        call.api().ask(Lists.request(List.of("configuration", "pending"), call.arguments()));
    Changes.write(call, answer.object(), answer.items(), List.of("kind", "name", "change"));
  }
}
