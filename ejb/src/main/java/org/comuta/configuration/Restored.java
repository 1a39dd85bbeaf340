package org.comuta.configuration;

/**
 * Answer to a restore.
 *
 * @param revision the revision it made; the latest one when nothing had to change
 * @param changes how many objects changed
 */
public record Restored(long revision, int changes) {}
