package org.comuta.routing;

import org.comuta.nap.Nap;

/**
 * One way a call can go, rewrites done.
 *
 * @param callingNumber number of the caller for this destination
 * @param calledNumber number called for this destination
 */
public record Candidate(Route route, Nap destination, String callingNumber, String calledNumber) {}
