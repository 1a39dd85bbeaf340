package org.comuta.cli.command;

import org.comuta.cli.Api;
import org.comuta.cli.Command;

/** Who signed in, and what that one may do. */
final class WhoAmICommand implements Command {
  @Override
  public String name() {
    return "whoami";
  }

  @Override
  public String usage() {
    return "whoami";
  }

  @Override
  public void run(Call call) {
    call.arguments().atMost(0);
    call.output().object(call.api().ask(Api.Request.get("account")).object());
  }
}
