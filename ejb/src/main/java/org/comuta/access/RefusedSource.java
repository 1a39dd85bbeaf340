package org.comuta.access;

import java.time.Instant;

/**
 * An address that was refused; the words of the API.
 *
 * @param times how often, since it was first refused or was forgotten among too many
 */
public record RefusedSource(
    String address, Service service, long times, Instant firstAt, Instant lastAt) {}
