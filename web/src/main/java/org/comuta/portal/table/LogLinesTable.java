package org.comuta.portal.table;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import org.comuta.identity.Right;
import org.comuta.logging.LoggingBean;
import org.comuta.logging.line.LogComponent;
import org.comuta.logging.line.LogLevel;
import org.comuta.logging.line.LogLine;
import org.comuta.portal.table.Column.Width;

/** The lines of the log that are in memory, the newest first. They hold no secrets. */
@ApplicationScoped
public class LogLinesTable extends MemoryTable<LogLine> {
  /** Its name, the word of the API. */
  public static final String ID = "logs";

  @Inject private LoggingBean logging;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public LogLinesTable() {}

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Right needed() {
    return Right.SEE_DIAGNOSTICS;
  }

  @Override
  List<LogLine> all() {
    return logging.recent().all().reversed();
  }

  @Override
  public List<Column<LogLine>> columns(Words words) {
    return List.of(
        Column.of(words, "at", "logs.at", Filter.MOMENT, LogLine::at),
        Column.of(words, "level", "logs.level", Filter.CHOICE, LogLine::level)
            .choices(words.choices("logLevel.", LogLevel.values()))
            .comparedBy(LogLinesTable::levels)
            .styled(line -> "tag log-" + line.level()),
        Column.of(words, "component", "logs.component", Filter.CHOICE, LogLine::component)
            .choices(words.choices("logComponent.", LogComponent.values())),
        Column.of(words, "text", "logs.text", Filter.TEXT, LogLine::text)
            .width(Width.WIDEST)
            .shownAs(LogLinesTable::first)
            .filed(LogLine::text)
            .styled(line -> "wrap mono log-text-" + line.level()),
        Column.of(words, "logger", "logs.logger", Filter.TEXT, LogLine::logger),
        Column.of(words, "thread", "logs.thread", Filter.TEXT, LogLine::thread),
        Column.of(words, "number", "logs.number", Filter.NUMBER, LogLine::number)
            .shownAs(line -> Long.toString(line.number())));
  }

  /** The settings that let a line through, so that a filter means a level and graver ones. */
  private static List<LogLevel> levels(LogLine line) {
    return Arrays.stream(LogLevel.values()).filter(line.level()::within).toList().reversed();
  }

  private static String first(LogLine line) {
    return line.text().lines().findFirst().orElse("");
  }

  @Override
  public List<String> standardColumns() {
    return List.of("at", "level", "component", "text");
  }

  @Override
  public String key(LogLine line) {
    return Long.toString(line.number());
  }
}
