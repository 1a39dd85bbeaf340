package org.comuta.description;

import jakarta.json.JsonValue;
import java.util.List;

/**
 * What is known of one field of a configuration object.
 *
 * @param name in the API's camelCase
 * @param type of the value, or of each element of a list
 * @param list whether it is a list
 * @param required whether it must be given
 * @param defaultValue what it is when not given; JSON null for a required field
 * @param min smallest number
 * @param max largest number
 * @param maxLength most characters of a text, most elements of a list
 * @param choices the words of a choice; else empty
 * @param references kind of object the text names; empty when it names none
 */
public record FieldDescription(
    String name,
    FieldType type,
    boolean list,
    boolean required,
    JsonValue defaultValue,
    long min,
    long max,
    int maxLength,
    Unit unit,
    Syntax syntax,
    List<String> choices,
    String references) {

  public FieldDescription {
    choices = List.copyOf(choices);
  }

  /** Whether this field names other objects. */
  public boolean isReference() {
    return !references.isEmpty();
  }
}
