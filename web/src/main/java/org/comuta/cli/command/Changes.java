package org.comuta.cli.command;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.comuta.cli.Command.Call;

/** Changes as rows: one for each field that changed, with what is known of the change before it. */
final class Changes {
  private Changes() {}

  /** Writes changes, each with its fields in {@code fields}. */
  static void write(Call call, JsonObject answer, List<JsonObject> changes, List<String> about) {
    List<JsonObject> rows = new ArrayList<>();
    for (JsonObject change : changes) {
      JsonArray fields =
          change.get("fields") instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
      if (fields.isEmpty()) {
        rows.add(about(change, about).build());
      }
      for (JsonObject field : fields.getValuesAs(JsonObject.class)) {
        JsonObjectBuilder row = about(change, about);
        for (String name : List.of("field", "before", "after")) {
          row.add(name, field.getOrDefault(name, JsonValue.NULL));
        }
        rows.add(row.build());
      }
    }
    call.output().rows(answer, rows, List.of(), call.arguments().options().get("columns"));
  }

  private static JsonObjectBuilder about(JsonObject change, List<String> names) {
    JsonObjectBuilder row = Json.createObjectBuilder();
    names.forEach(name -> row.add(name, change.getOrDefault(name, JsonValue.NULL)));
    return row;
  }
}
