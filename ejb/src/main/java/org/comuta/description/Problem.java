package org.comuta.description;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with what was asked.
 *
 * @param field the field, in the API's camelCase; empty when it is the whole object
 * @param code stable word for programs: {@code required}, {@code unknown}, {@code type}, {@code
 *     range}, {@code length}, {@code choice}, {@code syntax}, {@code reference}, {@code conflict}
 * @param message one English sentence for people, which names the field
 * @param rule what says so, where the description of the field does not; null where it does
 * @param arguments what the rule names, as text
 */
public record Problem(
    String field, String code, String message, @Nullable Rule rule, List<String> arguments) {
  /** One that needs no more words than field and code. */
  public Problem(String field, String code, String message) {
    this(field, code, message, null, List.of());
  }

  /** The same, as this rule says it. */
  public Problem by(Rule which, Object... named) {
    return new Problem(field, code, message, which, Stream.of(named).map(String::valueOf).toList());
  }
}
