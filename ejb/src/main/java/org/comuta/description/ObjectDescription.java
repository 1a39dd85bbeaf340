package org.comuta.description;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one description of a kind of configuration object, read from the annotations of its record.
 * Storage, API, portal and documentation all work from it. Immutable; any thread.
 *
 * @param <T> the record
 */
public final class ObjectDescription<T> {
  private static final int MOST_PROBLEMS = 100;

  private final Class<T> type;
  private final String kind;
  private final String path;
  private final Map<String, FieldReader> readers;
  private final List<FieldDescription> fields;
  private final List<Method> accessors;
  private final Constructor<T> constructor;

  private ObjectDescription(Class<T> type, Described described) {
    this.type = type;
    this.kind = described.kind();
    this.path = described.path();
    RecordComponent[] components = type.getRecordComponents();
    this.readers =
        Stream.of(components)
            .map(FieldReader::of)
            .collect(
                Collectors.toMap(
                    reader -> reader.description().name(),
                    Function.identity(),
                    (one, other) -> one,
                    LinkedHashMap::new));
    this.fields = readers.values().stream().map(FieldReader::description).toList();
    this.accessors = Stream.of(components).map(RecordComponent::getAccessor).toList();
    try {
      this.constructor =
          type.getDeclaredConstructor(
              Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(type + " has no canonical constructor", e);
    }
    FieldDescription first = fields.getFirst();
    if (!first.name().equals("name") || first.syntax() != Syntax.NAME || !first.required()) {
      throw new IllegalArgumentException(type + " must begin with a required name");
    }
    checkDependencies();
  }

  // Only on fields that come before, so that no two can wait for each other.
  private void checkDependencies() {
    Map<String, FieldDescription> before = new HashMap<>();
    for (FieldDescription field : fields) {
      for (Dependency dependency : field.onlyWhen()) {
        FieldDescription other = before.get(dependency.field());
        if (other == null) {
          throw new IllegalArgumentException(
              type + ": " + field.name() + " depends on no field before it");
        }
        List<String> possible =
            switch (other.type()) {
              case BOOLEAN -> List.of("true", "false");
              case CHOICE -> other.choices();
              case TEXT, NUMBER -> dependency.values();
            };
        if (!possible.containsAll(dependency.values())) {
          throw new IllegalArgumentException(
              type + ": " + other.name() + " is never " + dependency.values());
        }
      }
      before.put(field.name(), field);
    }
  }

  /** Reads the annotations of a public record; throws when something cannot be described. */
  public static <T> ObjectDescription<T> of(Class<T> type) {
    Described described = type.getAnnotation(Described.class);
    if (described == null || !type.isRecord()) {
      throw new IllegalArgumentException(type + " is no @Described record");
    }
    return new ObjectDescription<>(type, described);
  }

  /** Word for one, such as {@code nap}. */
  public String kind() {
    return kind;
  }

  /** Word of the API for all of them, such as {@code naps}. */
  public String path() {
    return path;
  }

  public Class<T> type() {
    return type;
  }

  /** All fields, in the order people should see them; the first is {@code name}. */
  public List<FieldDescription> fields() {
    return fields;
  }

  public Optional<FieldDescription> field(String name) {
    return Optional.ofNullable(readers.get(name)).map(FieldReader::description);
  }

  /**
   * Whether this field matters in an object with these fields.
   *
   * @param body what is absent has its default
   */
  public boolean matters(FieldDescription field, JsonObject body) {
    return field.onlyWhen().stream()
        .allMatch(
            dependency -> {
              FieldDescription other = field(dependency.field()).orElseThrow();
              return dependency.holds(body.getOrDefault(other.name(), other.defaultValue()))
                  && matters(other, body);
            });
  }

  /** What people call one object of this kind. */
  public String label(Locale locale) {
    return Labels.in(locale).text(kind);
  }

  /** What people call all objects of this kind. */
  public String pluralLabel(Locale locale) {
    return Labels.in(locale).text(path);
  }

  /** What people call this field. */
  public String label(FieldDescription field, Locale locale) {
    return Labels.in(locale).text(kind + "." + field.name());
  }

  /** What people call one of the words of this field. */
  public String label(FieldDescription field, String choice, Locale locale) {
    return Labels.in(locale).text(kind + "." + field.name() + "." + choice);
  }

  /** Help for this kind. */
  public String help(Locale locale) {
    return Help.in(locale).text(kind);
  }

  /** Help for one field: what it is for, its unit, its default. */
  public String help(FieldDescription field, Locale locale) {
    return Help.in(locale).text(kind + "." + field.name());
  }

  /** Help for one of the words of this field. */
  public String help(FieldDescription field, String choice, Locale locale) {
    return Help.in(locale).text(kind + "." + field.name() + "." + choice);
  }

  /**
   * Reads an object as a user sent it. What is absent or null takes its default; whatever is wrong
   * is reported, all of it at once. Never throws.
   */
  public Parsed<T> parse(JsonObject json) {
    List<Problem> problems = new ArrayList<>();
    Consumer<Problem> report =
        problem -> {
          if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
          }
        };
    for (String key : json.keySet()) {
      if (!readers.containsKey(key)) {
        String shown = shown(key);
        report.accept(new Problem(shown, "unknown", "A " + kind + " has no field " + shown + "."));
      }
    }
    return read(json, problems, (reader, value) -> reader.read(value, report));
  }

  /**
   * Reads an object as it was stored, perhaps by another version: fields that are not known any
   * more are passed over.
   */
  public Parsed<T> parseStored(JsonObject json) {
    List<Problem> problems = new ArrayList<>();
    return read(json, problems, (reader, value) -> reader.readStored(value, problems::add));
  }

  private interface Reading {
    @Nullable Object of(FieldReader reader, @Nullable JsonValue value);
  }

  private Parsed<T> read(JsonObject json, List<Problem> problems, Reading reading) {
    Object[] values =
        readers.entrySet().stream()
            .map(entry -> reading.of(entry.getValue(), json.get(entry.getKey())))
            .toArray();
    if (!problems.isEmpty()) {
      return new Parsed<>(null, problems);
    }
    try {
      return new Parsed<>(constructor.newInstance(values), List.of());
    } catch (InvocationTargetException e) {
      String message = "The " + kind + " is not valid: " + e.getCause();
      return new Parsed<>(null, List.of(new Problem("", "invalid", message)));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be made", e);
    }
  }

  /** The object as JSON, all fields, in their order. */
  public JsonObject toJson(T object) {
    JsonObjectBuilder json = Json.object();
    int i = 0;
    for (FieldReader reader : readers.values()) {
      json.add(reader.description().name(), reader.write(component(object, accessors.get(i++))));
    }
    return json.build();
  }

  /** One field of this object as JSON; null when there is no such field. */
  public JsonValue value(T object, String field) {
    FieldReader reader = readers.get(field);
    return reader == null
        ? JsonValue.NULL
        : reader.write(component(object, accessors.get(fields.indexOf(reader.description()))));
  }

  /** The name of this object. */
  public String name(T object) {
    return (String) component(object, accessors.getFirst());
  }

  private static Object component(Object object, Method accessor) {
    try {
      return accessor.invoke(object);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(accessor + " failed", e);
    }
  }

  private static String shown(String key) {
    if (key.isEmpty()) {
      return "\"\"";
    }
    String cut = key.length() > 64 ? key.substring(0, 64) + "…" : key;
    return cut.codePoints()
        .map(
            c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '?' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
