package org.comuta.rest;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comuta.description.FieldDescription;
import org.comuta.description.ObjectDescription;
import org.comuta.description.Syntax;
import org.comuta.description.Unit;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/**
 * Makes schemas of OpenAPI 3.1 from what the code goes by: descriptions of configuration objects
 * and records of answers. So they cannot say anything else.
 */
final class ApiSchemas {
  private ApiSchemas() {}

  /** Name of the schema of a kind, such as {@code CdrFile} of {@code cdr-file}. */
  static String name(String kind) {
    return Stream.of(kind.split("-"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  /** A reference to a schema among the components. */
  static Schema reference(String name) {
    return OASFactory.createSchema().ref("#/components/schemas/" + name);
  }

  /** The schema of a kind of configuration object. */
  static Schema of(ObjectDescription<?> description) {
    Schema object =
        OASFactory.createSchema()
            .addType(SchemaType.OBJECT)
            .description(description.help(Locale.ENGLISH))
            .additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
    for (FieldDescription field : description.fields()) {
      Schema value = value(field);
      Schema property =
          field.list()
              ? OASFactory.createSchema()
                  .addType(SchemaType.ARRAY)
                  .items(value)
                  .maxItems(field.maxLength())
              : value;
      property.title(description.label(field, Locale.ENGLISH));
      property.description(help(description, field));
      property.addExtension("x-section", field.section().name());
      if (field.expert()) {
        property.addExtension("x-expert", true);
      }
      if (!field.onlyWhen().isEmpty()) {
        property.addExtension("x-only-when", onlyWhen(field));
      }
      if (!JsonValue.NULL.equals(field.defaultValue())) {
        property.defaultValue(plain(field.defaultValue()));
      }
      object.addProperty(field.name(), property);
      // The name of the address serves where the body does not repeat it.
      if (field.required() && !field.name().equals("name")) {
        object.addRequired(field.name());
      }
    }
    return object;
  }

  private static List<Map<String, Object>> onlyWhen(FieldDescription field) {
    return field.onlyWhen().stream()
        .map(one -> Map.<String, Object>of("field", one.field(), "values", one.values()))
        .toList();
  }

  private static String help(ObjectDescription<?> description, FieldDescription field) {
    String help = description.help(field, Locale.ENGLISH);
    return field.isReference() ? help + " Names " + one(field.references()) + "." : help;
  }

  private static String one(String kind) {
    return ("aeiou".indexOf(kind.charAt(0)) < 0 ? "a " : "an ") + kind;
  }

  private static Schema value(FieldDescription field) {
    Schema schema = OASFactory.createSchema();
    switch (field.type()) {
      case TEXT -> {
        schema.addType(SchemaType.STRING);
        if (!field.list()) {
          schema.maxLength(field.maxLength());
        }
        if (field.secret()) {
          schema.format("password");
        }
        if (field.syntax() != Syntax.TEXT) {
          schema.addExtension("x-syntax", field.syntax().name());
        }
      }
      case BOOLEAN -> schema.addType(SchemaType.BOOLEAN);
      case NUMBER -> {
        schema.addType(SchemaType.INTEGER);
        if (field.min() != Long.MIN_VALUE) {
          schema.minimum(BigDecimal.valueOf(field.min()));
        }
        if (field.max() != Long.MAX_VALUE) {
          schema.maximum(BigDecimal.valueOf(field.max()));
        }
        if (field.unit() != Unit.NONE) {
          schema.addExtension("x-unit", field.unit().name());
        }
      }
      case CHOICE -> {
        schema.addType(SchemaType.STRING);
        field.choices().forEach(schema::addEnumeration);
      }
    }
    return schema;
  }

  private static Object plain(JsonValue value) {
    return switch (value) {
      case JsonString text -> text.getString();
      case JsonNumber number -> number.longValue();
      case JsonArray list -> list.stream().map(ApiSchemas::plain).toList();
      default -> JsonValue.TRUE.equals(value);
    };
  }

  /** The schema of the JSON that {@link JsonViews} makes of a record. */
  static Schema of(Class<? extends Record> type) {
    Schema object = OASFactory.createSchema().addType(SchemaType.OBJECT);
    for (RecordComponent component : type.getRecordComponents()) {
      object.addProperty(component.getName(), property(component));
      object.addRequired(component.getName());
    }
    return object;
  }

  private static Schema property(RecordComponent component) {
    Schema schema = of(component.getGenericType());
    boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    if (nullable && schema.getType() != null) {
      List<SchemaType> types = new ArrayList<>(schema.getType());
      types.add(SchemaType.NULL);
      schema.type(types);
      if (schema.getEnumeration() != null) {
        List<Object> choices = new ArrayList<>(schema.getEnumeration());
        choices.add(null);
        schema.enumeration(choices);
      }
    }
    return schema;
  }

  private static Schema of(Type type) {
    Schema schema = OASFactory.createSchema();
    if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
      return schema
          .addType(SchemaType.OBJECT)
          .additionalPropertiesSchema(of(map.getActualTypeArguments()[1]));
    }
    if (type instanceof ParameterizedType list) {
      return schema.addType(SchemaType.ARRAY).items(of(list.getActualTypeArguments()[0]));
    }
    if (!(type instanceof Class<?> plain) || JsonValue.class.isAssignableFrom(plain)) {
      return schema;
    }
    if (plain == String.class) {
      return schema.addType(SchemaType.STRING);
    }
    if (plain == boolean.class) {
      return schema.addType(SchemaType.BOOLEAN);
    }
    if (plain == int.class
        || plain == Integer.class
        || plain == long.class
        || plain == Long.class) {
      return schema.addType(SchemaType.INTEGER);
    }
    if (plain == double.class || plain == Double.class) {
      return schema.addType(SchemaType.NUMBER);
    }
    if (plain == Instant.class) {
      return schema.addType(SchemaType.STRING).format("date-time");
    }
    if (plain.isEnum()) {
      schema.addType(SchemaType.STRING);
      Arrays.stream(plain.getEnumConstants())
          .forEach(word -> schema.addEnumeration(word.toString()));
      return schema;
    }
    if (plain.isRecord()) {
      return of(plain.asSubclass(Record.class));
    }
    throw new IllegalArgumentException("No schema for " + plain);
  }
}
