package org.comuta.archive;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comuta.description.Problem;

/** What restoring a part would change, and doing it. Used once, by one thread. */
public interface PartPlan {
  /** What would change. */
  List<PartChange> changes();

  /** Why it is refused; empty when it is not. */
  List<PartProblem> problems();

  /** What whoever restores should know. */
  List<String> notes();

  /**
   * Names by kind, once it is restored, of what is no configuration and yet named in it, such as
   * certificates: the check of a configuration that is restored after it counts on them.
   */
  default Map<String, Set<String>> names() {
    return Map.of();
  }

  /** Does it, in the transaction of the caller. Only without problems. */
  void restore() throws IOException;

  /**
   * Something wrong with one object of a part.
   *
   * @param kind word of the kind of object, or of the part
   * @param name of the object; may be empty
   * @param line of the file, from 1; 0 where there is none
   */
  record PartProblem(String kind, String name, Problem problem, int line) {}
}
