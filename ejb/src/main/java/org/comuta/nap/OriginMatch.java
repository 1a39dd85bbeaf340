package org.comuta.nap;

import org.jspecify.annotations.Nullable;

/**
 * Which NAP a call came from.
 *
 * @param nap null when the source is unknown
 * @param reason by what it was found, or why not; for the trace
 */
public record OriginMatch(@Nullable Nap nap, String reason) {}
