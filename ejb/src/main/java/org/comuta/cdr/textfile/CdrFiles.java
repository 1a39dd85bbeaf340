package org.comuta.cdr.textfile;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.comuta.description.Problem;

/** The series of text files that are configured now. Any thread; reading takes no lock. */
public final class CdrFiles {
  private volatile List<CdrFile> current = List.of();

  /** Makes these the series from now on; those that are not enabled are not written. */
  public void publish(Collection<CdrFile> files) {
    current = List.copyOf(files);
  }

  /** All of them, enabled or not. */
  public List<CdrFile> current() {
    return current;
  }

  /** What is wrong with one beyond what its description says: its format, its time zone. */
  public static List<Problem> problems(CdrFile file) {
    List<Problem> problems = new ArrayList<>(RecordLine.problems(file.format()));
    try {
      ZoneId.of(file.timeZone());
    } catch (DateTimeException e) {
      problems.add(
          new Problem(
              "timeZone",
              "unknown",
              "timeZone is a zone such as America/Sao_Paulo, UTC or -03:00."));
    }
    return problems;
  }
}
