package org.comuta.logging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comuta.description.Problem;
import org.comuta.logging.file.Retention;
import org.comuta.logging.line.LogComponent;
import org.comuta.logging.line.LogLevel;
import org.comuta.logging.syslog.SyslogTarget;
import org.jspecify.annotations.Nullable;

/**
 * How the exchange logs: operational, so a change counts at once. Immutable; the words of the API.
 *
 * @param levels of each component, the least grave that is written
 * @param neverTraced components that write no detail, whatever their level or a trace says
 * @param rotateMegabytes how large a file becomes before the next one begins
 * @param keepMegabytes how much all files together may be; the oldest go
 * @param keepDays how long a file is kept after its last entry; 0 for no limit
 * @param syslog servers that lines are sent to
 */
public record LogSettings(
    Map<LogComponent, LogLevel> levels,
    Set<LogComponent> neverTraced,
    int rotateMegabytes,
    int keepMegabytes,
    int keepDays,
    List<SyslogTarget> syslog) {
  public static final int LEAST_ROTATE_MEGABYTES = 1;
  public static final int MOST_ROTATE_MEGABYTES = 1_000;
  public static final int LEAST_KEEP_MEGABYTES = 10;
  public static final int MOST_KEEP_MEGABYTES = 1_000_000;
  public static final int MOST_KEEP_DAYS = 3_660;

  /** Most syslog servers. */
  public static final int MOST_TARGETS = 8;

  /** What is shipped. */
  public static final LogSettings SHIPPED =
      new LogSettings(Map.of(), Set.of(), 20, 5_120, 0, List.of());

  private static final long MEGABYTE = 1_000_000;

  public LogSettings {
    Map<LogComponent, LogLevel> all = new EnumMap<>(LogComponent.class);
    for (LogComponent component : LogComponent.values()) {
      all.put(component, levels.getOrDefault(component, LogLevel.INFO));
    }
    levels = Collections.unmodifiableMap(all);
    Set<LogComponent> never = EnumSet.noneOf(LogComponent.class);
    never.addAll(neverTraced);
    neverTraced = Collections.unmodifiableSet(never);
    syslog = List.copyOf(syslog);
  }

  /** What a component writes now: its level, unless a trace asks for more and may. */
  public LogLevel level(LogComponent component, boolean traced) {
    LogLevel asked = traced ? LogLevel.TRACE : levels.getOrDefault(component, LogLevel.INFO);
    LogLevel most = neverTraced.contains(component) ? LogLevel.INFO : component.finest();
    return asked.atMost(most);
  }

  /** How much is kept. */
  public Retention retention() {
    return new Retention(keepMegabytes * MEGABYTE, keepDays);
  }

  /** How large a file becomes, in octets. */
  public long rotateOctets() {
    return rotateMegabytes * MEGABYTE;
  }

  /** What is wrong with them; empty when nothing is. */
  public List<Problem> check() {
    List<Problem> problems = new ArrayList<>();
    levels.forEach(
        (component, level) -> {
          if (!level.within(component.finest())) {
            problems.add(tooFine(component));
          }
        });
    range(
        problems,
        "rotateMegabytes",
        rotateMegabytes,
        LEAST_ROTATE_MEGABYTES,
        MOST_ROTATE_MEGABYTES);
    range(problems, "keepMegabytes", keepMegabytes, LEAST_KEEP_MEGABYTES, MOST_KEEP_MEGABYTES);
    range(problems, "keepDays", keepDays, 0, MOST_KEEP_DAYS);
    if (problems.isEmpty() && keepMegabytes < rotateMegabytes) {
      problems.add(
          new Problem(
              "keepMegabytes",
              "conflict",
              "keepMegabytes must not be less than rotateMegabytes, which one file may have."));
    }
    if (syslog.size() > MOST_TARGETS) {
      problems.add(
          new Problem(
              "syslog", "length", "syslog must have at most " + MOST_TARGETS + " servers."));
    }
    Set<String> names = new HashSet<>();
    for (int i = 0; i < syslog.size(); i++) {
      String prefix = "syslog[" + i + "].";
      problems.addAll(syslog.get(i).check(prefix));
      if (!names.add(syslog.get(i).name())) {
        problems.add(
            new Problem(
                prefix + "name", "conflict", prefix + "name is that of another server already."));
      }
    }
    return problems;
  }

  /** What becomes different with others, for people. */
  public String differences(LogSettings other) {
    List<String> differences = new ArrayList<>();
    for (LogComponent component : LogComponent.values()) {
      difference(differences, component.name(), levels.get(component), other.levels.get(component));
    }
    difference(differences, "neverTraced", neverTraced, other.neverTraced);
    difference(differences, "rotateMegabytes", rotateMegabytes, other.rotateMegabytes);
    difference(differences, "keepMegabytes", keepMegabytes, other.keepMegabytes);
    difference(differences, "keepDays", keepDays, other.keepDays);
    if (!syslog.equals(other.syslog)) {
      differences.add("syslog: " + places(syslog) + " → " + places(other.syslog));
    }
    return String.join(", ", differences);
  }

  private static List<String> places(List<SyslogTarget> targets) {
    return targets.stream()
        .map(
            target ->
                "%s (%s %s:%d%s)"
                    .formatted(
                        target.name(),
                        target.transport(),
                        target.host(),
                        target.port(),
                        target.enabled() ? "" : ", off"))
        .toList();
  }

  private static void difference(
      List<String> differences, String field, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      differences.add(field + ": " + before + " → " + after);
    }
  }

  private static Problem tooFine(LogComponent component) {
    String words =
        Stream.of(LogLevel.values())
            .filter(level -> level.within(component.finest()))
            .map(LogLevel::name)
            .collect(Collectors.joining(", "));
    String field = "levels." + component;
    return new Problem(field, "choice", field + " must be one of " + words + ".");
  }

  private static void range(
      List<Problem> problems, String field, long value, long least, long most) {
    if (value < least || value > most) {
      problems.add(
          new Problem(field, "range", "%s must be from %d to %d.".formatted(field, least, most)));
    }
  }
}
