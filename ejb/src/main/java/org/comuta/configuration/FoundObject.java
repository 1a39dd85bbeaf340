package org.comuta.configuration;

/**
 * An object in which something was found.
 *
 * @param field where, besides the name; empty when only there
 * @param value what stands there; empty when the name alone fits
 * @param rank how well its name fits, 0 is best
 */
public record FoundObject(String kind, String name, String field, String value, int rank) {}
