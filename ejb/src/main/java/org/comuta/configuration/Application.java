package org.comuta.configuration;

import java.time.Instant;

/** One apply: which revision it made live, who did it, from where, when and why. */
public record Application(
    long revision, String author, String address, Instant appliedAt, String comment) {}
