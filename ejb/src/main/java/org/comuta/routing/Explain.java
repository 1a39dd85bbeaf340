package org.comuta.routing;

/** How much of a decision is told. The decision is the same. */
public enum Explain {
  /** For live calls: the first routes that were looked at, and how many more there are. */
  BRIEF,
  /** A step for every route of the origin NAP. */
  FULL
}
