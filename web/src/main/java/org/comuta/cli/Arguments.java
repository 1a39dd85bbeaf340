package org.comuta.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the name of a command: names, {@code field=value} and {@code --options}, in
 * any order. Immutable.
 *
 * @param names words without {@code =}
 * @param fields values by field, in the order they were given; several of a field that was given
 *     several times
 * @param options without their dashes; the value of {@code --option=value}, else empty
 */
public record Arguments(
    List<String> names, Map<String, List<String>> fields, Map<String, String> options) {
  private static final Set<String> KNOWN_OPTIONS =
      Set.of("json", "csv", "yaml", "yes", "columns", "comment");

  /** Sorts the words that follow the name of a command. */
  public static Arguments of(List<String> words) {
    List<String> names = new ArrayList<>();
    Map<String, List<String>> fields = new LinkedHashMap<>();
    Map<String, String> options = new LinkedHashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (word.startsWith("--") && word.length() > 2) {
        String option = word.substring(2, equals < 0 ? word.length() : equals);
        if (!KNOWN_OPTIONS.contains(option)) {
          throw CommandException.misused("unknownOption", option);
        }
        options.put(option, equals < 0 ? "" : word.substring(equals + 1));
      } else if (equals > 0) {
        fields
            .computeIfAbsent(word.substring(0, equals), ignored -> new ArrayList<>())
            .add(word.substring(equals + 1));
      } else {
        names.add(word);
      }
    }
    return new Arguments(List.copyOf(names), fields, options);
  }

  /** The name at a place; null when there are fewer. */
  public @Nullable String name(int place) {
    return place < names.size() ? names.get(place) : null;
  }

  /** The name at a place, without which the command means nothing. */
  public String required(int place, String what) {
    String name = name(place);
    if (name == null) {
      throw CommandException.misused("missing", what);
    }
    return name;
  }

  /** Refuses more names than a command takes. */
  public void atMost(int names) {
    String more = name(names);
    if (more != null) {
      throw CommandException.misused("tooMany", more);
    }
  }

  /** Refuses any {@code field=value} but these. */
  public void onlyFields(Set<String> allowed) {
    for (String field : fields.keySet()) {
      if (!allowed.contains(field)) {
        throw CommandException.misused("unknownField", field);
      }
    }
  }

  /** The only value of a field; null when it was not given. */
  public @Nullable String field(String name) {
    List<String> values = fields.get(name);
    if (values == null) {
      return null;
    }
    if (values.size() > 1) {
      throw CommandException.misused("twice", name);
    }
    return values.getFirst();
  }

  /** Whether an option was given. */
  public boolean has(String option) {
    return options.containsKey(option);
  }

  /** These without the first names. */
  public Arguments from(int place) {
    return new Arguments(
        names.subList(Math.min(place, names.size()), names.size()), fields, options);
  }
}
