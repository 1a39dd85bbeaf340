package org.comuta.cli.command;

import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.comuta.cli.Arguments;
import org.comuta.cli.Command;
import org.comuta.cli.CommandException;
import org.comuta.cli.Proposals;
import org.comuta.cli.Session;
import org.comuta.cli.Subject;
import org.comuta.cli.SubjectField;
import org.comuta.cli.Table;

/** What commands do, what subjects are, and what their fields mean. */
final class HelpCommand implements Command {
  private final List<Command> commands;

  /**
   * @param commands all there are, filled in later
   */
  HelpCommand(List<Command> commands) {
    this.commands = commands;
  }

  @Override
  public String name() {
    return "help";
  }

  @Override
  public String usage() {
    return "help [COMMAND | SUBJECT [FIELD]]";
  }

  @Override
  public void run(Call call) {
    Arguments arguments = call.arguments();
    arguments.atMost(2);
    String word = arguments.name(0);
    if (word == null) {
      overview(call);
      return;
    }
    String field = arguments.name(1);
    Optional<Command> command =
        field != null
            ? Optional.empty()
            : commands.stream().filter(one -> one.name().equals(word)).findFirst();
    Optional<Subject> subject = call.session().vocabulary().find(word);
    command.ifPresent(one -> describe(call, one));
    if (subject.isPresent()) {
      if (field == null) {
        describe(call, subject.get());
      } else {
        describe(call, subject.get(), field);
      }
    } else if (command.isEmpty()) {
      throw CommandException.misused("noHelp", word);
    }
  }

  private void overview(Call call) {
    call.console().line(call.text("help.intro"));
    call.console().line("");
    List<List<String>> rows =
        commands.stream()
            .map(one -> List.of("  " + one.name(), call.text("help." + one.name())))
            .toList();
    lines(call, rows);
    call.console().line("");
    call.console().line(call.text("help.subjects"));
    call.console().line("");
    lines(
        call,
        call.session().vocabulary().all().stream()
            .map(one -> List.of("  " + one.path(), one.help().replaceFirst("(?<=\\.) .*", "")))
            .toList());
    call.console().line("");
    call.console().line(call.text("help.outro"));
  }

  private static void describe(Call call, Command command) {
    call.console().line(call.console().strong(command.usage()));
    call.console().line(call.text("help." + command.name()));
    String more = "help." + command.name() + ".more";
    if (call.session().texts().has(more)) {
      call.console().line("");
      call.console().line(call.text(more));
    }
  }

  private static void describe(Call call, Subject subject) {
    String title =
        Stream.of(subject.path(), subject.one(), subject.label())
            .distinct()
            .reduce((one, other) -> one + ", " + other)
            .orElse("");
    call.console().line(call.console().strong(title));
    call.console().line(subject.help());
    if (!subject.fields().isEmpty()) {
      call.console().line("");
      lines(
          call,
          subject.fields().stream()
              .map(field -> List.of("  " + field.name(), type(call, field), field.label()))
              .toList());
    }
    if (!subject.configured() && !subject.filters().isEmpty()) {
      call.console().line("");
      String filters =
          subject.filters().stream()
              .map(SubjectField::name)
              .reduce((one, other) -> one + ", " + other)
              .orElse("");
      call.console().line(call.text("help.filters", filters));
    }
  }

  private static void describe(Call call, Subject subject, String name) {
    SubjectField field =
        subject.field(name).orElseThrow(() -> CommandException.misused("unknownField", name));
    call.console().line(call.console().strong(field.name() + "  " + field.label()));
    call.console().line(type(call, field));
    if (!field.help().isEmpty()) {
      call.console().line(field.help());
    }
    List<List<String>> rows = new ArrayList<>();
    field.choices().forEach(choice -> rows.add(List.of("  " + choice.word(), choice.help())));
    lines(call, rows);
  }

  private static String type(Call call, SubjectField field) {
    String type =
        field.type() == SubjectField.Type.CHOICE
            ? String.join("|", field.choices().stream().map(SubjectField.Choice::word).toList())
            : call.text("type." + field.type());
    List<String> words = new ArrayList<>();
    words.add(field.list() ? call.text("type.list", type) : type);
    if (!field.references().isEmpty()) {
      words.add("→ " + field.references());
    }
    if (field.required()) {
      words.add(call.text("type.required"));
    } else if (!JsonValue.NULL.equals(field.otherwise())) {
      String otherwise = call.session().cells().text(field.otherwise());
      if (!otherwise.isEmpty()) {
        words.add(call.text("type.otherwise", otherwise));
      }
    }
    if (field.secret()) {
      words.add(call.text("type.secret"));
    }
    return String.join(", ", words);
  }

  /** Rows without a head. */
  private static void lines(Call call, List<List<String>> rows) {
    if (!rows.isEmpty()) {
      List<String> head = rows.getFirst().stream().map(ignored -> "").toList();
      Table.lines(head, rows, 0).stream().skip(1).forEach(call.console()::line);
    }
  }

  @Override
  public List<Proposal> proposals(Session session, Arguments before, String prefix) {
    String word = before.name(0);
    if (word == null) {
      List<Proposal> proposals = new ArrayList<>(Proposals.subjects(session, one -> true, false));
      commands.stream()
          .map(one -> Proposal.of(one.name(), session.texts().of("help." + one.name())))
          .forEach(proposals::add);
      return proposals;
    }
    return session.vocabulary().find(word).stream()
        .flatMap(subject -> subject.fields().stream())
        .map(field -> Proposal.of(field.name(), field.label()))
        .toList();
  }
}
