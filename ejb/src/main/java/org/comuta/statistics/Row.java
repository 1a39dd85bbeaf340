package org.comuta.statistics;

import java.time.Instant;

/**
 * What was counted in a scope in one minute or hour, as it is kept.
 *
 * @param at when the minute or hour begins
 */
public record Row(Instant at, Scope scope, Sample sample) {}
