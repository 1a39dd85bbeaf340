package org.comuta.cli;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.comuta.provisioning.YamlWriter;
import org.jspecify.annotations.Nullable;

/** Writes what the API answered: tables for people, JSON, CSV or YAML for programs. One thread. */
public final class Output {
  private final Console console;
  private final Texts texts;
  private final Cells cells;
  private final Format format;

  /** For one command. */
  public Output(Console console, Texts texts, Cells cells, Format format) {
    this.console = console;
    this.texts = texts;
    this.cells = cells;
    this.format = format;
  }

  /** A page of a list, as the API answers it. */
  public void page(JsonObject page, List<String> usual, @Nullable String wanted) {
    List<JsonObject> items =
        page.get("items") instanceof JsonArray array
            ? array.getValuesAs(JsonObject.class)
            : List.of();
    rows(page, items, usual, wanted);
    long total = page.containsKey("total") ? page.getJsonNumber("total").longValue() : items.size();
    if (format == Format.TABLE && total > items.size()) {
      long number = page.containsKey("page") ? page.getJsonNumber("page").longValue() : 0;
      console.note(texts.of("more", items.size(), total, number + 1));
    }
  }

  /** Rows that stand in an answer with more around them. */
  public void rows(
      JsonObject answer, List<JsonObject> items, List<String> usual, @Nullable String wanted) {
    switch (format) {
      case JSON -> json(answer);
      case YAML -> yaml(answer);
      case CSV -> csv(items, wanted == null ? allFields(items) : fields(wanted));
      case TABLE -> {
        if (items.isEmpty()) {
          console.note(texts.of("none"));
        } else {
          table(items, usual, wanted);
        }
      }
    }
  }

  /** One object, a field a line. */
  public void object(JsonObject object) {
    switch (format) {
      case JSON -> json(object);
      case YAML -> yaml(object);
      case CSV -> csv(List.of(object), List.copyOf(object.keySet()));
      case TABLE -> {
        int widest = object.keySet().stream().mapToInt(Table::width).max().orElse(0);
        object.forEach((name, value) -> member(name, value, widest));
      }
    }
  }

  /** What was done, told to people; programs get the answer itself. */
  public void done(String text, JsonObject answer) {
    if (format == Format.TABLE) {
      console.note(text);
    } else {
      object(answer);
    }
  }

  private void member(String name, JsonValue value, int widest) {
    String label = console.strong(name) + " ".repeat(widest - Table.width(name) + 2);
    if (value instanceof JsonArray rows && rows.stream().anyMatch(JsonObject.class::isInstance)) {
      console.line(console.strong(name));
      List<JsonObject> items = rows.getValuesAs(JsonObject.class);
      List<String> fields = shown(items, List.of());
      lines(items, fields, Math.max(0, console.width() - 2)).forEach(l -> console.line("  " + l));
    } else {
      console.line((label + cells.text(value)).stripTrailing());
    }
  }

  private void table(List<JsonObject> items, List<String> usual, @Nullable String wanted) {
    List<String> fields = wanted == null ? shown(items, usual) : fields(wanted);
    List<List<String>> rows = items.stream().map(item -> cells.row(item, fields)).toList();
    int fitting =
        console.width() == 0 || wanted != null
            ? fields.size()
            : Table.fitting(fields, rows, console.width());
    List<String> lines = lines(items, fields.subList(0, fitting), console.width());
    console.line(console.strong(lines.getFirst()));
    lines.stream().skip(1).forEach(console::line);
    if (fitting < fields.size()) {
      console.note(texts.of("hidden", String.join(", ", fields.subList(fitting, fields.size()))));
    }
  }

  /** Lines of a table of these fields. */
  public List<String> lines(List<JsonObject> items, List<String> fields, int width) {
    List<List<String>> rows = items.stream().map(item -> cells.row(item, fields)).toList();
    return Table.lines(fields, rows, width);
  }

  /** Those that are usual, else all that any of the items has something in. */
  public List<String> shown(List<JsonObject> items, List<String> usual) {
    Set<String> there = new LinkedHashSet<>(usual);
    for (JsonObject item : items) {
      for (Map.Entry<String, JsonValue> field : item.entrySet()) {
        if (usual.isEmpty() && !cells.text(field.getValue()).isEmpty()) {
          there.add(field.getKey());
        }
      }
    }
    return List.copyOf(there);
  }

  private static List<String> allFields(List<JsonObject> items) {
    Set<String> fields = new LinkedHashSet<>();
    items.forEach(item -> fields.addAll(item.keySet()));
    return List.copyOf(fields);
  }

  private static List<String> fields(String wanted) {
    List<String> fields = new ArrayList<>();
    for (String name : wanted.split(",", -1)) {
      if (!name.isBlank()) {
        fields.add(name.strip());
      }
    }
    if (fields.isEmpty()) {
      throw CommandException.misused("missing", "--columns=");
    }
    return fields;
  }

  private void json(JsonObject object) {
    StringWriter text = new StringWriter();
    try (JsonWriter writer =
        Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true)).createWriter(text)) {
      writer.write(object);
    }
    console.line(text.toString().strip());
  }

  private void yaml(JsonObject object) {
    console.line(YamlWriter.write(object).stripTrailing());
  }

  /** RFC 4180; moments and lists as the API has them. */
  private void csv(List<JsonObject> items, List<String> fields) {
    console.line(fields.stream().map(Output::csvValue).collect(Collectors.joining(",")));
    for (JsonObject item : items) {
      console.line(
          fields.stream()
              .map(field -> csvValue(plain(item.get(field))))
              .collect(Collectors.joining(",")));
    }
  }

  private static String plain(@Nullable JsonValue value) {
    return switch (value) {
      case null -> "";
      case JsonString text -> text.getString();
      case JsonArray list when list.stream().noneMatch(JsonObject.class::isInstance) ->
          list.stream().map(Output::plain).collect(Collectors.joining(" "));
      default -> JsonValue.NULL.equals(value) ? "" : value.toString();
    };
  }

  private static String csvValue(String text) {
    return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }
}
