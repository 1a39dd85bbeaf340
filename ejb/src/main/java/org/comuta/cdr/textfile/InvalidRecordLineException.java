package org.comuta.cdr.textfile;

import java.util.List;
import org.comuta.description.Problem;

/** A line format that cannot be used; the administrator's fault. */
public final class InvalidRecordLineException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  InvalidRecordLineException(List<Problem> problems) {
    super(problems.toString());
    this.problems = List.copyOf(problems);
  }

  /** Everything wrong with it; the field is {@code format}. */
  public List<Problem> problems() {
    return problems;
  }
}
