package org.comuta.cli.command;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.comuta.cli.Api;
import org.comuta.cli.CommandException;
import org.comuta.cli.ExitCode;
import org.comuta.cli.Table;
import org.jspecify.annotations.Nullable;

/** What the exchange counts, as its metrics tell it, and how fast it grows. One thread. */
final class Statistics {
  private static final Pattern SAMPLE =
      Pattern.compile("comuta_([a-z0-9_]+)(\\{[^}]*})? ([-+.0-9Ee]+|NaN)(?: .*)?");

  private final Api api;
  private final @Nullable String word;
  private Map<String, Double> before = Map.of();
  private long readAt;

  /**
   * @param word what the names have in them; null for all
   */
  Statistics(Api api, @Nullable String word) {
    this.api = api;
    this.word = word;
  }

  /** Lines of a table; with what each grew by in a second since they were read before. */
  List<String> lines(int width, boolean byItself) {
    List<List<String>> rows =
        rows(byItself).stream()
            .map(
                row ->
                    List.of(
                        row.getString("name"),
                        row.getString("value"),
                        row.getString("perSecond", "")))
            .toList();
    return Table.lines(List.of("name", "value", "perSecond"), rows, width);
  }

  /** One object for each number. */
  List<JsonObject> rows(boolean byItself) {
    Api.Answer answer = api.outside("/metrics", byItself);
    if (answer.status() != 200) {
      throw CommandException.of(
          answer.status() == 403 ? ExitCode.FORBIDDEN : ExitCode.UNAVAILABLE, "noStatistics");
    }
    long now = System.nanoTime();
    double seconds = Duration.ofNanos(now - readAt).toMillis() / 1_000.0;
    Map<String, Double> read = read(answer.text());
    List<JsonObject> rows = new ArrayList<>();
    read.forEach(
        (name, value) -> {
          JsonObjectBuilder row =
              Json.createObjectBuilder().add("name", name).add("value", number(value));
          Double last = before.get(name);
          if (last != null && name.contains("_total") && seconds > 0) {
            row.add("perSecond", number((value - last) / seconds));
          }
          rows.add(row.build());
        });
    before = read;
    readAt = now;
    return rows;
  }

  private Map<String, Double> read(String exposition) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    exposition
        .lines()
        .forEach(
            line -> {
              Matcher sample = SAMPLE.matcher(line);
              if (sample.matches()) {
                String name = sample.group(1) + (sample.group(2) == null ? "" : sample.group(2));
                if (word == null || name.contains(word)) {
                  numbers.put(name, Double.valueOf(sample.group(3)));
                }
              }
            });
    return numbers;
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.1f", value);
  }
}
