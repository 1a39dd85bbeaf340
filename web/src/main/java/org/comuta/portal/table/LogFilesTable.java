package org.comuta.portal.table;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.comuta.identity.Right;
import org.comuta.logging.LoggingBean;
import org.comuta.logging.file.LogFile;
import org.comuta.portal.Formats;

/** The files of the log, the one that changed last first. */
@ApplicationScoped
public class LogFilesTable extends MemoryTable<LogFile> {
  /** Its name. */
  public static final String ID = "log-files";

  @Inject private LoggingBean logging;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public LogFilesTable() {}

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Right needed() {
    return Right.SEE_DIAGNOSTICS;
  }

  @Override
  public boolean personal() {
    return false;
  }

  @Override
  List<LogFile> all() {
    try {
      return logging.folder().files();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public List<Column<LogFile>> columns(Words words) {
    return List.of(
        Column.of(words, "name", "logs.file", Filter.TEXT, LogFile::name).styled(file -> "mono"),
        Column.of(words, "size", "logs.size", Filter.NUMBER, LogFile::size)
            .width(Column.Width.MEDIUM)
            .shownAs(file -> Formats.octets(file.size(), words.locale())),
        Column.of(words, "begunAt", "logs.begun", Filter.MOMENT, LogFile::begunAt),
        Column.of(words, "changedAt", "logs.changed", Filter.MOMENT, LogFile::changedAt),
        Column.of(words, "current", "logs.current", Filter.CHOICE, LogFile::current)
            .width(Column.Width.NARROW)
            .choices(words.truths()));
  }

  @Override
  public List<String> standardColumns() {
    return List.of("name", "size", "changedAt");
  }

  @Override
  public String key(LogFile file) {
    return file.name();
  }
}
