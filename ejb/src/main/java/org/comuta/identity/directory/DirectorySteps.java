package org.comuta.identity.directory;

import java.util.ArrayList;
import java.util.List;

/** Gathers the steps of one question. Any thread. */
final class DirectorySteps {
  private static final int LONGEST = 500;

  private final List<DirectoryStep> steps = new ArrayList<>();

  void done(DirectoryStep.Kind kind, String detail) {
    add(new DirectoryStep(kind, true, detail));
  }

  void failed(DirectoryStep.Kind kind, String detail) {
    String plain = detail.replaceAll("\\p{Cntrl}+", " ");
    add(
        new DirectoryStep(
            kind, false, plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain));
  }

  private synchronized void add(DirectoryStep step) {
    steps.add(step);
  }

  synchronized List<DirectoryStep> all() {
    return List.copyOf(steps);
  }

  /** Why it went no further. */
  synchronized String lastFailure() {
    return steps.reversed().stream()
        .filter(step -> !step.done())
        .map(step -> step.kind() + ": " + step.detail())
        .findFirst()
        .orElse("no answer");
  }
}
