package org.comuta.description;

/**
 * One thing wrong with what was asked.
 *
 * @param field the field, in the API's camelCase; empty when it is the whole object
 * @param code stable word for programs, such as {@code required}, {@code range}, {@code unknown}
 * @param message one English sentence for people, which names the field
 */
public record Problem(String field, String code, String message) {}
