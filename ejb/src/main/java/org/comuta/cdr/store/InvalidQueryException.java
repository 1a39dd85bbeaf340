package org.comuta.cdr.store;

import java.util.List;
import org.comuta.description.Problem;

/** A search for records that cannot be done as asked; the caller's fault. */
public final class InvalidQueryException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  InvalidQueryException(List<Problem> problems) {
    super(problems.toString());
    this.problems = List.copyOf(problems);
  }

  /** Everything wrong with it; each names its parameter as the field. */
  public List<Problem> problems() {
    return problems;
  }
}
