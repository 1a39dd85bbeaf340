package org.comuta.configuration;

import java.time.Instant;

/**
 * One save.
 *
 * @param number 1 for the first, without gaps
 * @param changes how many objects it changed
 */
public record Revision(
    long number, String author, String address, Instant savedAt, String comment, int changes) {}
