package org.comuta.description;

/**
 * One thing wrong with what was asked.
 *
 * @param field the field, in the API's camelCase; empty when it is the whole object
 * @param code stable word for programs: {@code required}, {@code unknown}, {@code type}, {@code
 *     range}, {@code length}, {@code choice}, {@code syntax}, {@code reference}, {@code conflict}
 * @param message one English sentence for people, which names the field
 */
public record Problem(String field, String code, String message) {}
