package org.comuta.logging;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comuta.description.Json;
import org.comuta.description.Problem;
import org.comuta.logging.line.LogComponent;
import org.comuta.logging.line.LogLevel;
import org.comuta.logging.syslog.SyslogFacility;
import org.comuta.logging.syslog.SyslogFraming;
import org.comuta.logging.syslog.SyslogTarget;
import org.comuta.logging.syslog.SyslogTransport;
import org.jspecify.annotations.Nullable;

/**
 * Settings as JSON, in the database and in the API. What is absent or null is as shipped; what is
 * wrong is told with its field, and is as shipped too. Used once, by one thread.
 */
public final class LogSettingsJson {
  private static final Set<String> FIELDS =
      Set.of("levels", "neverTraced", "rotateMegabytes", "keepMegabytes", "keepDays", "syslog");
  private static final Set<String> TARGET_FIELDS =
      Set.of(
          "name",
          "enabled",
          "host",
          "port",
          "transport",
          "framing",
          "facility",
          "minimumLevel",
          "trustedCertificates");

  private final List<Problem> problems = new ArrayList<>();

  /** What was read, and what was wrong with it, the rules of {@link LogSettings#check} included. */
  public record Read<T>(T value, List<Problem> problems) {}

  private LogSettingsJson() {}

  /** Reads settings. */
  public static Read<LogSettings> read(JsonObject body) {
    LogSettingsJson reader = new LogSettingsJson();
    LogSettings settings = reader.settings(body);
    if (reader.problems.isEmpty()) {
      reader.problems.addAll(settings.check());
    }
    return new Read<>(settings, reader.problems);
  }

  /** Reads one syslog server. */
  public static Read<SyslogTarget> readTarget(JsonObject body) {
    LogSettingsJson reader = new LogSettingsJson();
    SyslogTarget target = reader.target(body, "");
    if (reader.problems.isEmpty()) {
      reader.problems.addAll(target.check(""));
    }
    return new Read<>(target, reader.problems);
  }

  /** Settings as JSON, all fields. */
  public static JsonObject write(LogSettings settings) {
    JsonObjectBuilder levels = Json.object();
    settings.levels().forEach((component, level) -> levels.add(component.name(), level.name()));
    JsonArrayBuilder never = Json.array();
    settings.neverTraced().forEach(component -> never.add(component.name()));
    JsonArrayBuilder syslog = Json.array();
    settings.syslog().forEach(target -> syslog.add(write(target)));
    return Json.object()
        .add("levels", levels)
        .add("neverTraced", never)
        .add("rotateMegabytes", settings.rotateMegabytes())
        .add("keepMegabytes", settings.keepMegabytes())
        .add("keepDays", settings.keepDays())
        .add("syslog", syslog)
        .build();
  }

  private static JsonObject write(SyslogTarget target) {
    return Json.object()
        .add("name", target.name())
        .add("enabled", target.enabled())
        .add("host", target.host())
        .add("port", target.port())
        .add("transport", target.transport().name())
        .add("framing", target.framing().name())
        .add("facility", target.facility().name())
        .add("minimumLevel", target.minimumLevel().name())
        .add("trustedCertificates", target.trustedCertificates())
        .build();
  }

  private LogSettings settings(JsonObject body) {
    known(body, FIELDS, "");
    LogSettings shipped = LogSettings.SHIPPED;
    return new LogSettings(
        levels(body),
        components(body),
        number(body, "", "rotateMegabytes", shipped.rotateMegabytes()),
        number(body, "", "keepMegabytes", shipped.keepMegabytes()),
        number(body, "", "keepDays", shipped.keepDays()),
        targets(body));
  }

  private Map<LogComponent, LogLevel> levels(JsonObject body) {
    Map<LogComponent, LogLevel> levels = new EnumMap<>(LogComponent.class);
    JsonValue value = present(body, "levels");
    if (value instanceof JsonObject object) {
      for (String name : object.keySet()) {
        LogComponent component = word(LogComponent.class, name);
        if (component == null) {
          add("levels." + name, "unknown", "There is no component '" + name + "'.");
        } else {
          levels.put(component, choice(object, "levels.", name, LogLevel.class, LogLevel.INFO));
        }
      }
    } else if (value != null) {
      add("levels", "type", "levels must be an object.");
    }
    return levels;
  }

  private Set<LogComponent> components(JsonObject body) {
    Set<LogComponent> components = EnumSet.noneOf(LogComponent.class);
    for (JsonValue element : list(body, "neverTraced")) {
      LogComponent component =
          element instanceof JsonString text ? word(LogComponent.class, text.getString()) : null;
      if (component == null) {
        add(
            "neverTraced",
            "choice",
            "neverTraced must name some of " + words(LogComponent.class) + ".");
      } else {
        components.add(component);
      }
    }
    return components;
  }

  private List<SyslogTarget> targets(JsonObject body) {
    List<SyslogTarget> targets = new ArrayList<>();
    for (JsonValue element : list(body, "syslog")) {
      String field = "syslog[" + targets.size() + "]";
      if (!(element instanceof JsonObject)) {
        add(field, "type", field + " must be an object.");
      }
      targets.add(
          target(
              element instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT,
              field + "."));
    }
    return targets;
  }

  private SyslogTarget target(JsonObject body, String prefix) {
    known(body, TARGET_FIELDS, prefix);
    SyslogTransport transport =
        choice(body, prefix, "transport", SyslogTransport.class, SyslogTransport.TLS);
    return new SyslogTarget(
        text(body, prefix, "name"),
        truth(body, prefix, "enabled"),
        text(body, prefix, "host"),
        number(body, prefix, "port", SyslogTarget.usualPort(transport)),
        transport,
        choice(body, prefix, "framing", SyslogFraming.class, SyslogFraming.OCTET_COUNTING),
        choice(body, prefix, "facility", SyslogFacility.class, SyslogFacility.LOCAL0),
        choice(body, prefix, "minimumLevel", LogLevel.class, LogLevel.INFO),
        text(body, prefix, "trustedCertificates"));
  }

  private void known(JsonObject body, Set<String> fields, String prefix) {
    for (String name : body.keySet()) {
      if (!fields.contains(name)) {
        add(prefix + name, "unknown", "There is no field '" + prefix + name + "' here.");
      }
    }
  }

  private JsonArray list(JsonObject body, String name) {
    JsonValue value = present(body, name);
    if (value != null && !(value instanceof JsonArray)) {
      add(name, "type", name + " must be a list.");
    }
    return value instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
  }

  private String text(JsonObject body, String prefix, String name) {
    JsonValue value = present(body, name);
    if (value != null && !(value instanceof JsonString)) {
      add(prefix + name, "type", prefix + name + " must be a text.");
    }
    return value instanceof JsonString text ? text.getString() : "";
  }

  private boolean truth(JsonObject body, String prefix, String name) {
    JsonValue value = present(body, name);
    if (value != null && !JsonValue.TRUE.equals(value) && !JsonValue.FALSE.equals(value)) {
      add(prefix + name, "type", prefix + name + " must be true or false.");
    }
    return !JsonValue.FALSE.equals(value);
  }

  private int number(JsonObject body, String prefix, String name, int otherwise) {
    JsonValue value = present(body, name);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof JsonNumber number && number.isIntegral()) {
      try {
        return number.intValueExact();
      } catch (ArithmeticException beyond) {
        return Integer.MAX_VALUE;
      }
    }
    add(prefix + name, "type", prefix + name + " must be a whole number.");
    return otherwise;
  }

  private <E extends Enum<E>> E choice(
      JsonObject body, String prefix, String name, Class<E> type, E otherwise) {
    JsonValue value = present(body, name);
    E choice = value instanceof JsonString text ? word(type, text.getString()) : null;
    if (value != null && choice == null) {
      String field = prefix + name;
      add(field, "choice", field + " must be one of " + words(type) + ".");
    }
    return choice == null ? otherwise : choice;
  }

  private static <E extends Enum<E>> @Nullable E word(Class<E> type, String word) {
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> one.name().equalsIgnoreCase(word))
        .findFirst()
        .orElse(null);
  }

  private static <E extends Enum<E>> String words(Class<E> type) {
    return String.join(", ", Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
  }

  private static @Nullable JsonValue present(JsonObject body, String name) {
    JsonValue value = body.get(name);
    return JsonValue.NULL.equals(value) ? null : value;
  }

  private void add(String field, String code, String message) {
    problems.add(new Problem(field, code, message));
  }
}
