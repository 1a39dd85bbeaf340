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
 * @param secret whether it can be given and never read
 * @param address whether it is an address, ours or a neighbour's
 * @param section part of the form it stands in
 * @param expert whether only experts have to see it
 * @param onlyWhen when it matters: all of these hold, and the fields they name matter
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
    String references,
    boolean secret,
    boolean address,
    Section section,
    boolean expert,
    List<Dependency> onlyWhen) {

  public FieldDescription {
    choices = List.copyOf(choices);
    onlyWhen = List.copyOf(onlyWhen);
  }

  /** Whether this field names other objects. */
  public boolean isReference() {
    return !references.isEmpty();
  }
}
