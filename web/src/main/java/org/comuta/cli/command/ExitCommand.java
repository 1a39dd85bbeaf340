package org.comuta.cli.command;

import org.comuta.cli.Command;

/** Ends the session. */
final class ExitCommand implements Command {
  @Override
  public String name() {
    return "exit";
  }

  @Override
  public String usage() {
    return "exit";
  }

  @Override
  public void run(Call call) {
    call.arguments().atMost(0);
  }

  @Override
  public boolean isLast() {
    return true;
  }
}
