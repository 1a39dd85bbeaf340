package org.comuta.statistics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of a series.
 *
 * @param at when it begins
 * @param seconds its length, or as much of it as is over
 * @param sample null when the exchange did not run then
 */
public record Point(Instant at, int seconds, @Nullable Sample sample) {}
