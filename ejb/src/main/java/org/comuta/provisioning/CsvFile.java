package org.comuta.provisioning;

import jakarta.json.JsonArray;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comuta.configuration.ImportObject;
import org.comuta.configuration.StoredObject;
import org.comuta.description.FieldDescription;
import org.comuta.description.FieldType;
import org.comuta.description.Json;
import org.comuta.description.ObjectDescription;
import org.comuta.provisioning.CsvReader.Row;

/**
 * The objects of one kind as comma-separated values (RFC 4180): a line with the names of fields,
 * then one for each object. The elements of a list stand in one value, with blanks between them; a
 * backslash goes before a blank, a bar or a backslash of an element itself.
 */
public final class CsvFile {
  private CsvFile() {}

  /**
   * Writes the objects, all fields, secrets masked.
   *
   * @param delimiter a comma or a semicolon
   */
  public static String write(
      ObjectDescription<?> description, Collection<StoredObject> objects, char delimiter) {
    StringBuilder text = new StringBuilder();
    List<String> names = description.fields().stream().map(FieldDescription::name).toList();
    row(text, names, delimiter);
    for (StoredObject object : objects) {
      var body = SecretTexts.masked(description, object.body());
      row(
          text,
          names.stream().map(name -> cell(body.getOrDefault(name, JsonValue.NULL))).toList(),
          delimiter);
    }
    return text.toString();
  }

  private static void row(StringBuilder text, List<String> cells, char delimiter) {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        text.append(delimiter);
      }
      String cell = cells.get(i);
      boolean plain =
          cell.chars().noneMatch(c -> c == ',' || c == ';' || c == '"' || c == '\n' || c == '\r');
      text.append(plain ? cell : '"' + cell.replace("\"", "\"\"") + '"');
    }
    text.append("\r\n");
  }

  private static String cell(JsonValue value) {
    return switch (value) {
      case JsonArray list ->
          String.join(" ", list.stream().map(one -> escaped(cell(one))).toList());
      case JsonString string -> string.getString();
      default -> JsonValue.NULL.equals(value) ? "" : value.toString();
    };
  }

  private static String escaped(String element) {
    return element.replaceAll("[\\\\| ]", "\\\\$0");
  }

  /** What the text says of objects of this kind. */
  public static FileReading read(ObjectDescription<?> description, String text)
      throws FileException {
    List<Row> rows = CsvReader.read(text);
    if (rows.isEmpty()) {
      throw new FileException("The first line must have the names of fields.", 1);
    }
    FileReading reading = new FileReading();
    reading.kind(description.kind());
    List<String> names = rows.getFirst().cells().stream().map(String::strip).toList();
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (description.field(name).isEmpty()) {
        throw new FileException("There is no field '" + shown(name) + "'.", 1);
      }
      if (!seen.add(name)) {
        throw new FileException("The field " + name + " is there twice.", 1);
      }
    }
    if (!seen.contains("name")) {
      throw new FileException("The field name must be among those of the first line.", 1);
    }
    for (Row row : rows.subList(1, rows.size())) {
      object(description, names, row, reading);
    }
    return reading;
  }

  private static void object(
      ObjectDescription<?> description, List<String> names, Row row, FileReading reading)
      throws FileException {
    String kind = description.kind();
    if (row.cells().size() != names.size()) {
      String message =
          "The line has " + row.cells().size() + " values, the first one " + names.size() + ".";
      reading.problem(kind, "", "", "columns", message, row.line());
      return;
    }
    Map<String, String> cells = new HashMap<>();
    JsonObjectBuilder fields = Json.object();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      String cell = row.cells().get(i);
      cells.put(name, cell);
      description.field(name).ifPresent(field -> fields.add(name, value(field, cell)));
    }
    String name = cells.getOrDefault("name", "");
    if (name.isEmpty()) {
      reading.problem(kind, "", "name", "required", "name is required.", row.line());
      return;
    }
    reading.object(new ImportObject(kind, name, fields.build(), row.line(), Map.of()));
  }

  /** An empty value is an empty text or list; of any other field it is the default. */
  private static JsonValue value(FieldDescription field, String cell) {
    if (field.list()) {
      return FieldTexts.list(field, elements(cell));
    }
    if (cell.isEmpty() && field.type() != FieldType.TEXT) {
      return JsonValue.NULL;
    }
    return FieldTexts.single(field, cell);
  }

  private static List<String> elements(String cell) {
    List<String> elements = new ArrayList<>();
    StringBuilder element = new StringBuilder();
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == '\\' && i + 1 < cell.length()) {
        element.append(cell.charAt(++i));
      } else if (c == ' ' || c == '|') {
        add(elements, element);
      } else {
        element.append(c);
      }
    }
    add(elements, element);
    return elements;
  }

  private static void add(List<String> elements, StringBuilder element) {
    if (!element.isEmpty()) {
      elements.add(element.toString());
      element.setLength(0);
    }
  }

  private static String shown(String name) {
    return name.length() > 64 ? name.substring(0, 64) + "…" : name;
  }
}
