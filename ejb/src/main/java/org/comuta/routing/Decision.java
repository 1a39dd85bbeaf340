package org.comuta.routing;

import java.util.List;

/**
 * Where a call may go, best first, and why.
 *
 * @param candidates empty when no route takes the call
 * @param trace a step for every route of the origin NAP, in the order they were looked at
 */
public record Decision(List<Candidate> candidates, List<TraceStep> trace) {
  public Decision {
    candidates = List.copyOf(candidates);
    trace = List.copyOf(trace);
  }
}
