package org.comuta.cli.command;

import jakarta.json.JsonNumber;
import java.util.ArrayList;
import java.util.List;
import org.comuta.cli.Api;
import org.comuta.cli.Arguments;
import org.comuta.cli.Command;
import org.comuta.cli.Output;
import org.comuta.cli.Proposals;
import org.comuta.cli.Session;
import org.comuta.cli.Subject;
import org.comuta.cli.Subject.Verb;
import org.comuta.cli.Table;

/** A list, or the statistics, drawn anew until q is pressed. */
final class WatchCommand implements Command {
  private static final String STATISTICS = "statistics";

  @Override
  public String name() {
    return "watch";
  }

  @Override
  public String usage() {
    return "watch SUBJECT [FILTER=VALUE …] | watch statistics [WORD]";
  }

  @Override
  public void run(Call call) {
    Arguments arguments = call.arguments();
    String word = arguments.required(0, "SUBJECT");
    if (word.equals(STATISTICS)) {
      arguments.atMost(2);
      Statistics statistics = new Statistics(call.api(), arguments.name(1));
      LiveView.show(call, LiveView.title(call, STATISTICS), width -> statistics.lines(width, true));
      return;
    }
    Subject subject = call.session().vocabulary().get(word);
    arguments.atMost(1);
    Edits.require(subject.can(Verb.LIST), call, subject);
    Api.Request request = Lists.request(subject.segments(), arguments);
    call.api().ask(request);
    LiveView.show(
        call,
        LiveView.title(call, String.join(" ", subject.path(), filters(arguments)).strip()),
        width -> lines(call, subject, request, width));
  }

  private static List<String> lines(Call call, Subject subject, Api.Request request, int width) {
    Api.Answer answer = call.api().ask(request.again());
    List<String> lines = new ArrayList<>();
    if (answer.object().get("total") instanceof JsonNumber total) {
      lines.add(call.text("total", total.longValue()));
    }
    lines.add("");
    if (!answer.items().isEmpty()) {
      Output output = call.output();
      List<String> fields = output.shown(answer.items(), Lists.usual(subject, answer.items()));
      List<List<String>> rows =
          answer.items().stream().map(item -> call.session().cells().row(item, fields)).toList();
      int fitting = Table.fitting(fields, rows, width);
      lines.addAll(output.lines(answer.items(), fields.subList(0, fitting), width));
    }
    return lines;
  }

  private static String filters(Arguments arguments) {
    List<String> filters = new ArrayList<>();
    arguments.fields().forEach((name, values) -> values.forEach(v -> filters.add(name + "=" + v)));
    return String.join(" ", filters);
  }

  @Override
  public List<Proposal> proposals(Session session, Arguments before, String prefix) {
    String word = before.name(0);
    if (word == null) {
      List<Proposal> proposals =
          new ArrayList<>(Proposals.subjects(session, one -> one.can(Verb.LIST), true));
      proposals.add(Proposal.of(STATISTICS, session.texts().of("help.statistics")));
      return proposals;
    }
    return word.equals(STATISTICS)
        ? List.of()
        : Proposals.fields(session, session.vocabulary().get(word).filters(), before, prefix);
  }
}
