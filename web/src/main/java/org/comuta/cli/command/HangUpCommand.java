package org.comuta.cli.command;

import java.util.List;
import org.comuta.cli.Api;
import org.comuta.cli.Arguments;
import org.comuta.cli.Command;
import org.comuta.cli.Proposals;
import org.comuta.cli.Session;

/** Ends a live call. */
final class HangUpCommand implements Command {
  @Override
  public String name() {
    return "hangup";
  }

  @Override
  public String usage() {
    return "hangup CALLID [--yes]";
  }

  @Override
  public void run(Call call) {
    String callId = call.arguments().required(0, "CALLID");
    call.arguments().atMost(1);
    call.confirm(call.text("hangUpReally", callId));
    call.api().ask(Api.Request.of("DELETE", List.of("calls", callId), null));
    call.console().note(call.text("hungUp", callId));
  }

  @Override
  public List<Proposal> proposals(Session session, Arguments before, String prefix) {
    return before.name(0) == null
        ? session.vocabulary().find("calls").map(s -> Proposals.names(session, s)).orElse(List.of())
        : List.of();
  }
}
