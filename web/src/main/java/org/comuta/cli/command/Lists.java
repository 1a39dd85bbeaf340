package org.comuta.cli.command;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comuta.cli.Api;
import org.comuta.cli.Arguments;
import org.comuta.cli.Command.Call;
import org.comuta.cli.Subject;
import org.comuta.cli.SubjectField;

/** What commands that read lists have in common. */
final class Lists {
  /** Columns of lists whose answers say much more than fits. */
  private static final Map<String, List<String>> USUAL =
      Map.of(
          "calls",
          List.of(
              "callId",
              "state",
              "originNap",
              "destinationNap",
              "callingNumber",
              "calledNumber",
              "startedAt",
              "answeredAt",
              "route",
              "mediaMode"),
          "cdrs",
          List.of(
              "startedAt",
              "callingNumber",
              "calledNumber",
              "originNap",
              "destinationNap",
              "billableSeconds",
              "cause",
              "failure",
              "callId"),
          "users",
          List.of("name", "fullName", "role", "enabled", "secondFactor", "mustChangePassword"));

  private Lists() {}

  /** Asks for a list with the filters that were typed. */
  static Api.Request request(List<String> path, Arguments arguments) {
    List<Api.Parameter> query = new ArrayList<>();
    arguments
        .fields()
        .forEach((name, values) -> values.forEach(v -> query.add(new Api.Parameter(name, v))));
    return Api.Request.get(path, query);
  }

  /** Writes the list that was answered. */
  static void write(Call call, Subject subject, JsonObject page, List<JsonObject> items) {
    call.output().page(page, usual(subject, items), call.arguments().options().get("columns"));
  }

  /** The columns that say most. */
  static List<String> usual(Subject subject, List<JsonObject> items) {
    if (!subject.configured()) {
      return USUAL.getOrDefault(subject.path(), List.of());
    }
    // Those that differ from what counts anyway; what only experts have to see comes last.
    Set<String> columns = new LinkedHashSet<>();
    columns.add("name");
    for (boolean expert : new boolean[] {false, true}) {
      subject.fields().stream()
          .filter(field -> field.expert() == expert)
          .filter(field -> items.stream().anyMatch(item -> differs(item, field)))
          .forEach(field -> columns.add(field.name()));
    }
    return List.copyOf(columns);
  }

  private static boolean differs(JsonObject item, SubjectField field) {
    if (!item.containsKey(field.name())) {
      return false;
    }
    boolean empty = item.get(field.name()) instanceof JsonString text && text.getString().isEmpty();
    return !empty && !field.otherwise().equals(item.get(field.name()));
  }
}
