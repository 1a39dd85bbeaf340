package org.comuta.description;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a JSON object: the configuration object, or all that is wrong with it.
 *
 * @param object null exactly when there are problems
 */
public record Parsed<T>(@Nullable T object, List<Problem> problems) {
  public Parsed {
    problems = List.copyOf(problems);
  }
}
