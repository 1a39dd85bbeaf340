package org.comuta.clock;

import java.time.Duration;

/**
 * What the system knows of its clock.
 *
 * @param synchronised whether a time service, such as one of NTP (RFC 5905), keeps it right
 * @param maximumError how far it may be wrong, as the time service reckons; grows by 0.5 ms a
 *     second without one, to 16 s
 */
public record ClockState(boolean synchronised, Duration maximumError) {}
