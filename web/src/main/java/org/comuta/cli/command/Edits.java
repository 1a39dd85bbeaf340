package org.comuta.cli.command;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.comuta.cli.Api;
import org.comuta.cli.Arguments;
import org.comuta.cli.Command.Call;
import org.comuta.cli.Command.Proposal;
import org.comuta.cli.CommandException;
import org.comuta.cli.ExitCode;
import org.comuta.cli.Proposals;
import org.comuta.cli.Session;
import org.comuta.cli.Subject;

/** What commands that save have in common. */
final class Edits {
  private Edits() {}

  /**
   * The values that were typed, and for fields named without a value, which must be secret, those
   * that the person types unseen.
   *
   * @param fieldNames names that stand for such fields
   */
  static Map<String, List<String>> values(Call call, Subject subject, List<String> fieldNames) {
    Map<String, List<String>> values = new LinkedHashMap<>(call.arguments().fields());
    for (String name : fieldNames) {
      if (subject.field(name).filter(field -> field.secret()).isEmpty()) {
        throw CommandException.misused("noValue", name);
      }
      String secret = call.console().secret(name + ": ");
      if (secret == null) {
        throw CommandException.misused("noTerminal");
      }
      values.put(name, List.of(secret));
    }
    return values;
  }

  /** Only what can be written of what was read. */
  static JsonObject written(Subject subject, JsonObject read) {
    if (subject.configured()) {
      return read;
    }
    Set<String> names =
        subject.fields().stream()
            .map(field -> field.name().replaceFirst("\\..*", ""))
            .collect(Collectors.toSet());
    JsonObjectBuilder written = Json.createObjectBuilder();
    read.forEach(
        (name, value) -> {
          if (names.contains(name)) {
            written.add(name, value);
          }
        });
    return written.build();
  }

  /** The path of one of a subject. */
  static List<String> path(Subject subject, String name) {
    List<String> path = new ArrayList<>(subject.segments());
    path.add(name);
    return path;
  }

  /** The same request with the reason that was typed, if any. */
  static Api.Request because(Api.Request request, Arguments arguments) {
    return request.with("comment", arguments.options().get("comment"));
  }

  /** Tells that one was saved. */
  static void saved(Call call, Subject subject, String name, JsonObject answer) {
    String key = subject.configured() ? "savedPending" : "saved";
    call.output().done(call.text(key, subject.one(), name), answer);
  }

  /** Refuses what the API cannot do with a subject. */
  static void require(boolean can, Call call, Subject subject) {
    if (!can) {
      throw CommandException.of(
          ExitCode.MISUSED, "cannot", subject.path(), call.arguments().names().getFirst());
    }
  }

  /** Subject, then name, then fields with their values. */
  static List<Proposal> proposals(
      Session session, Arguments before, String prefix, boolean existing) {
    String word = before.name(0);
    if (word == null) {
      return Proposals.subjects(session, one -> !one.fields().isEmpty(), false);
    }
    Subject subject = session.vocabulary().get(word);
    List<Proposal> proposals = new ArrayList<>();
    if (existing && before.name(1) == null && prefix.indexOf('=') < 0) {
      proposals.addAll(Proposals.names(session, subject));
    }
    if (before.name(1) != null || subject.can(Subject.Verb.REPLACE_SINGLE)) {
      proposals.addAll(Proposals.fields(session, subject.fields(), before, prefix));
    }
    return proposals;
  }
}
