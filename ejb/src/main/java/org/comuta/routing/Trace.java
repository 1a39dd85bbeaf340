package org.comuta.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.comuta.routing.TraceStep.Verdict;

/** Collects the steps of one decision. A text is made only for a step that is told. */
final class Trace {
  private static final int MOST_KEPT = 16;
  private static final int MOST_DROPPED = 16;
  private static final String STAGE = "route";

  private final List<TraceStep> steps = new ArrayList<>(4);
  private final boolean full;
  private int kept;
  private int dropped;

  Trace(Explain explain) {
    full = explain == Explain.FULL;
  }

  void kept(Route route, Supplier<String> detail) {
    kept++;
    if (full || kept <= MOST_KEPT) {
      steps.add(new TraceStep(STAGE, route.name(), Verdict.KEPT, detail.get()));
    }
  }

  void dropped(Route route, Supplier<String> detail) {
    dropped++;
    if (full || dropped <= MOST_DROPPED) {
      steps.add(new TraceStep(STAGE, route.name(), Verdict.DROPPED, detail.get()));
    }
  }

  /** The steps; what was left out of a brief trace is counted at its end. */
  List<TraceStep> steps(int routes) {
    int keptMore = full ? 0 : Math.max(0, kept - MOST_KEPT);
    int droppedMore = full ? 0 : routes - kept - Math.min(dropped, MOST_DROPPED);
    if (keptMore > 0) {
      steps.add(new TraceStep(STAGE, "", Verdict.KEPT, keptMore + " more routes"));
    }
    if (droppedMore > 0) {
      steps.add(new TraceStep(STAGE, "", Verdict.DROPPED, droppedMore + " more routes"));
    }
    return steps;
  }

  void nothing(String detail) {
    steps.add(new TraceStep(STAGE, "", Verdict.DROPPED, detail));
  }
}
