package org.comuta.description;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.comuta.secret.Secret;
import org.jspecify.annotations.Nullable;

/** Turns the JSON value of one field into the value of its record component, and back. */
final class FieldReader {
  private final FieldDescription description;
  private final Class<?> element;

  private FieldReader(FieldDescription description, Class<?> element) {
    this.description = description;
    this.element = element;
  }

  /** Reads the annotation and the type of the component; throws when it cannot be described. */
  static FieldReader of(RecordComponent component) {
    Field field = component.getAnnotation(Field.class);
    if (field == null) {
      throw new IllegalArgumentException(component + " lacks @Field");
    }
    boolean list = component.getType() == List.class;
    Class<?> element =
        list
            ? (Class<?>)
                ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
            : component.getType();
    FieldType type = typeOf(component, element);
    FieldDescription description =
        new FieldDescription(
            component.getName(),
            type,
            list,
            field.required(),
            defaultOf(field, type, list),
            smallest(field, element),
            largest(field, element),
            field.maxLength(),
            field.unit(),
            field.syntax(),
            type == FieldType.CHOICE ? choices(element) : List.of(),
            field.references(),
            element == Secret.class,
            field.address(),
            field.section(),
            field.expert(),
            Stream.of(field.onlyWhen())
                .map(one -> new Dependency(one.field(), List.of(one.is())))
                .toList());
    return new FieldReader(description, element);
  }

  private static FieldType typeOf(RecordComponent component, Class<?> element) {
    if (element == String.class || (element == Secret.class && component.getType() == element)) {
      return FieldType.TEXT;
    } else if (element == boolean.class) {
      return FieldType.BOOLEAN;
    } else if (element == int.class || element == long.class || element == Integer.class) {
      return FieldType.NUMBER;
    } else if (element.isEnum()) {
      return FieldType.CHOICE;
    }
    throw new IllegalArgumentException(component + " has a type that cannot be described");
  }

  private static long smallest(Field field, Class<?> element) {
    return element == long.class ? field.min() : Math.max(field.min(), Integer.MIN_VALUE);
  }

  private static long largest(Field field, Class<?> element) {
    return element == long.class ? field.max() : Math.min(field.max(), Integer.MAX_VALUE);
  }

  private static List<String> choices(Class<?> type) {
    return Stream.of(type.getEnumConstants()).map(choice -> ((Enum<?>) choice).name()).toList();
  }

  private static JsonValue defaultOf(Field field, FieldType type, boolean list) {
    String text = field.defaultValue();
    if (list) {
      JsonArrayBuilder array = Json.array();
      if (!text.isEmpty()) {
        Stream.of(text.split(",", -1)).map(one -> single(one.strip(), type)).forEach(array::add);
      }
      return array.build();
    }
    return field.required() || (text.isEmpty() && type != FieldType.TEXT)
        ? JsonValue.NULL
        : single(text, type);
  }

  private static JsonValue single(String text, FieldType type) {
    return switch (type) {
      case TEXT, CHOICE -> Json.value(text);
      case BOOLEAN -> Json.value(Boolean.parseBoolean(text));
      case NUMBER -> Json.value(Long.parseLong(text));
    };
  }

  FieldDescription description() {
    return description;
  }

  /** The value of the component as a user gave it; null when problems were reported. */
  @Nullable Object read(@Nullable JsonValue given, Consumer<Problem> problems) {
    if (description.secret()) {
      return readSecret(given, problems);
    }
    return readOpen(given, problems);
  }

  /** The value of the component as it was stored; null when problems were reported. */
  @Nullable Object readStored(@Nullable JsonValue given, Consumer<Problem> problems) {
    if (!description.secret()) {
      return readOpen(given, problems);
    }
    try {
      return given instanceof JsonString text ? Secret.of(text.getString()) : Secret.NONE;
    } catch (IllegalArgumentException unreadable) {
      report(problems, "syntax", "is no sealed secret; give it again");
      return null;
    }
  }

  /** Who does not say a secret again, or says the mask, keeps it. */
  private @Nullable Object readSecret(@Nullable JsonValue given, Consumer<Problem> problems) {
    if (given == null
        || given.getValueType() == JsonValue.ValueType.NULL
        || (given instanceof JsonString masked && masked.getString().equals(Secret.MASK))) {
      return Secret.KEPT;
    }
    return text(given, "", problems) instanceof String text ? Secret.plain(text) : null;
  }

  private @Nullable Object readOpen(@Nullable JsonValue given, Consumer<Problem> problems) {
    boolean absent = given == null || given.getValueType() == JsonValue.ValueType.NULL;
    if (absent && description.required()) {
      report(problems, "required", "is required");
      return null;
    }
    JsonValue value = absent || given == null ? description.defaultValue() : given;
    return description.list() ? readList(value, problems) : readSingle(value, "", problems);
  }

  private @Nullable Object readList(JsonValue value, Consumer<Problem> problems) {
    if (!(value instanceof JsonArray array)) {
      report(problems, "type", "must be a list");
      return null;
    }
    if (array.size() > description.maxLength()) {
      report(problems, "length", "must have at most " + description.maxLength() + " elements");
      return null;
    }
    if (array.isEmpty() && description.required()) {
      report(problems, "required", "must have at least one element");
      return null;
    }
    List<Object> elements = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      Object read = readSingle(array.get(i), "element " + (i + 1) + " ", problems);
      if (read != null) {
        elements.add(read);
      }
    }
    return elements;
  }

  private @Nullable Object readSingle(JsonValue value, String where, Consumer<Problem> problems) {
    return switch (description.type()) {
      case TEXT -> text(value, where, problems);
      case BOOLEAN -> truth(value, where, problems);
      case NUMBER -> number(value, where, problems);
      case CHOICE -> choice(value, where, problems);
    };
  }

  private @Nullable Object text(JsonValue value, String where, Consumer<Problem> problems) {
    if (!(value instanceof JsonString string)) {
      report(problems, "type", where + "must be a text");
      return null;
    }
    String text = string.getString();
    int longest = description.list() ? 255 : description.maxLength();
    if (text.length() > longest) {
      report(problems, "length", where + "must have at most " + longest + " characters");
      return null;
    }
    if (text.isEmpty() && (description.required() || description.list())) {
      report(problems, "required", where + "must not be empty");
      return null;
    }
    SyntaxCheck.Complaint complaint = SyntaxCheck.complaint(description.syntax(), text);
    if (complaint != null) {
      Problem problem = problem("syntax", where + complaint.end());
      Rule rule = complaint.rule();
      problems.accept(rule == null ? problem : problem.by(rule, complaint.position()));
      return null;
    }
    return text;
  }

  private @Nullable Object truth(JsonValue value, String where, Consumer<Problem> problems) {
    return switch (value.getValueType()) {
      case TRUE -> true;
      case FALSE -> false;
      case ARRAY, OBJECT, STRING, NUMBER, NULL -> {
        report(problems, "type", where + "must be true or false");
        yield null;
      }
    };
  }

  private @Nullable Object number(JsonValue value, String where, Consumer<Problem> problems) {
    if (!(value instanceof JsonNumber number)) {
      report(problems, "type", where + "must be a whole number");
      return null;
    }
    long whole;
    try {
      whole = number.bigDecimalValue().longValueExact();
    } catch (ArithmeticException e) {
      report(problems, "type", where + "must be a whole number" + range());
      return null;
    }
    if (whole < description.min() || whole > description.max()) {
      report(problems, "range", where + "must be a whole number" + range());
      return null;
    }
    if (element == long.class) {
      return whole;
    }
    return (int) whole;
  }

  private String range() {
    return " from " + description.min() + " to " + description.max();
  }

  private @Nullable Object choice(JsonValue value, String where, Consumer<Problem> problems) {
    if (value instanceof JsonString string) {
      String word = string.getString().toUpperCase(Locale.ROOT);
      for (Object constant : element.getEnumConstants()) {
        if (((Enum<?>) constant).name().equals(word)) {
          return constant;
        }
      }
    }
    report(
        problems, "choice", where + "must be one of " + String.join(", ", description.choices()));
    return null;
  }

  private void report(Consumer<Problem> problems, String code, String what) {
    problems.accept(problem(code, what));
  }

  private Problem problem(String code, String what) {
    return new Problem(description.name(), code, description.name() + " " + what + ".");
  }

  /** The JSON value of a component. */
  JsonValue write(Object value) {
    if (!description.list()) {
      return writeSingle(value);
    }
    JsonArrayBuilder array = Json.array();
    ((List<?>) value).forEach(one -> array.add(writeSingle(one)));
    return array.build();
  }

  private JsonValue writeSingle(Object value) {
    return switch (value) {
      case Boolean truth -> Json.value(truth);
      case Number number -> Json.value(number.longValue());
      case Enum<?> choice -> Json.value(choice.name());
      case Secret secret -> Json.value(secret.stored());
      default -> Json.value(value.toString());
    };
  }
}
