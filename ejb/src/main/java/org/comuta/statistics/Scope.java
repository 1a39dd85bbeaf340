package org.comuta.statistics;

/**
 * What figures are about.
 *
 * @param name of the NAP or route; empty for all calls
 */
public record Scope(Kind kind, String name) {
  /** All calls together. */
  public static final Scope ALL = new Scope(Kind.ALL, "");

  /** What a scope is. */
  public enum Kind {
    ALL,
    /** Calls that came from a NAP. */
    ORIGIN,
    /** Tries that were sent to a NAP. */
    DESTINATION,
    /** Tries that were made over a route. */
    ROUTE
  }

  public static Scope origin(String nap) {
    return new Scope(Kind.ORIGIN, nap);
  }

  public static Scope destination(String nap) {
    return new Scope(Kind.DESTINATION, nap);
  }

  public static Scope route(String route) {
    return new Scope(Kind.ROUTE, route);
  }
}
