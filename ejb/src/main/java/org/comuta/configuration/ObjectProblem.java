package org.comuta.configuration;

import org.comuta.description.Problem;

/**
 * Something wrong with one object of the configuration.
 *
 * @param line where in an imported file, from 1; 0 where there is none
 */
public record ObjectProblem(String kind, String name, Problem problem, int line) {
  public ObjectProblem(String kind, String name, Problem problem) {
    this(kind, name, problem, 0);
  }
}
