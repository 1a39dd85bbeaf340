package org.comuta.configuration;

import java.util.List;
import java.util.stream.Collectors;
import org.comuta.description.Problem;

/** What was to be saved or applied is not valid; every problem names object and field. */
public final class InvalidConfigurationException extends ConfigurationException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // records of texts in an immutable list; never sent anywhere
  private final List<ObjectProblem> problems;

  InvalidConfigurationException(List<ObjectProblem> problems) {
    super(
        problems.stream()
            .map(one -> one.kind() + " " + one.name() + ": " + one.problem().message())
            .collect(Collectors.joining(" ")));
    this.problems = List.copyOf(problems);
  }

  /** These problems of one object. */
  public static InvalidConfigurationException of(String kind, String name, List<Problem> problems) {
    return new InvalidConfigurationException(
        problems.stream().map(problem -> new ObjectProblem(kind, name, problem)).toList());
  }

  /** At least one. */
  public List<ObjectProblem> problems() {
    return problems;
  }
}
