package org.comuta.statistics;

/** A time up to now that is looked at as a whole, and the step of its series. */
public enum Period {
  FIVE_MINUTES(Step.SECOND),
  DAY(Step.MINUTE),
  MONTH(Step.HOUR);

  private final Step step;

  Period(Step step) {
    this.step = step;
  }

  public Step step() {
    return step;
  }
}
