package org.comuta.routing;

import org.comuta.nap.Nap;
import org.comuta.nap.NapTable;
import org.comuta.number.InvalidPatternException;
import org.comuta.number.NumberFilter;
import org.comuta.number.NumberRewrite;
import org.jspecify.annotations.Nullable;

/** A route ready for decisions. Immutable. */
final class CompiledRoute {
  private final Route route;
  private final @Nullable Nap destination;
  private final @Nullable String unusable;
  private final NumberFilter calledNumber;
  private final NumberFilter callingNumber;
  private final NumberRewrite rewriteCalled;
  private final NumberRewrite rewriteCalling;

  /** Throws when a filter or rewrite cannot be read, which saving had refused. */
  CompiledRoute(Route route, NapTable naps) {
    this.route = route;
    this.destination = naps.find(route.destinationNap());
    this.unusable = whyUnusable(route, naps.find(route.originNap()), destination);
    try {
      calledNumber = NumberFilter.parse(route.calledNumber());
      callingNumber = NumberFilter.parse(route.callingNumber());
      rewriteCalled = NumberRewrite.parse(route.rewriteCalled());
      rewriteCalling = NumberRewrite.parse(route.rewriteCalling());
    } catch (InvalidPatternException e) {
      throw new IllegalArgumentException("route " + route.name() + ": " + e.getMessage(), e);
    }
  }

  private static @Nullable String whyUnusable(
      Route route, @Nullable Nap origin, @Nullable Nap destination) {
    if (!route.enabled()) {
      return "the route is disabled";
    } else if (destination == null) {
      return "there is no destination NAP " + route.destinationNap();
    } else if (!destination.enabled()) {
      return "the destination NAP " + destination.name() + " is disabled";
    } else if (origin != null && !origin.enabled()) {
      return "the origin NAP " + origin.name() + " is disabled";
    }
    return null;
  }

  Route route() {
    return route;
  }

  /** What the called number of every call it takes begins with; empty when nothing is known. */
  String calledPrefix() {
    return calledNumber.prefix();
  }

  /** The candidate this route makes of the call, or null; either way the trace is told why. */
  @Nullable Candidate consider(CallRequest request, Trace trace) {
    if (unusable != null || destination == null) {
      trace.dropped(route, () -> String.valueOf(unusable));
      return null;
    }
    if (!calledNumber.accepts(request.calledNumber())) {
      trace.dropped(
          route,
          () -> "called number " + request.calledNumber() + " does not match " + calledNumber);
      return null;
    }
    if (!callingNumber.accepts(request.callingNumber())) {
      trace.dropped(
          route,
          () -> "calling number " + request.callingNumber() + " does not match " + callingNumber);
      return null;
    }
    Candidate candidate =
        new Candidate(
            route,
            destination,
            rewriteCalling.apply(request.callingNumber()),
            rewriteCalled.apply(request.calledNumber()));
    trace.kept(route, () -> kept(request, candidate));
    return candidate;
  }

  private String kept(CallRequest request, Candidate candidate) {
    StringBuilder text = new StringBuilder(96);
    text.append("priority ").append(route.priority());
    accepted(text, "called number ", request.calledNumber(), calledNumber);
    accepted(text, "calling number ", request.callingNumber(), callingNumber);
    became(text, "called number", request.calledNumber(), candidate.calledNumber());
    became(text, "calling number", request.callingNumber(), candidate.callingNumber());
    return text.append("; to NAP ").append(route.destinationNap()).toString();
  }

  private static void accepted(StringBuilder text, String what, String number, NumberFilter by) {
    if (by != NumberFilter.ANY) {
      text.append("; ").append(what).append(number).append(" matches ").append(by);
    }
  }

  private static void became(StringBuilder text, String what, String before, String after) {
    if (!after.equals(before)) {
      text.append("; ").append(what).append(" becomes ").append(after);
    }
  }
}
