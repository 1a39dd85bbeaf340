package org.comuta.intrusion;

import java.time.Instant;

/**
 * An address whose SIP messages are not taken for a while.
 *
 * @param address literal
 * @param rule name of the rule that blocked it
 * @param since when it was blocked
 * @param until when the block ends by itself
 * @param secondsLeft until then
 * @param messages that came meanwhile and were dropped
 */
public record BlockedSource(
    String address,
    String rule,
    Detection detection,
    Instant since,
    Instant until,
    long secondsLeft,
    long messages) {}
