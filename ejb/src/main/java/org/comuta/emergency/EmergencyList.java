package org.comuta.emergency;

import java.util.List;
import org.comuta.description.Described;
import org.comuta.description.Field;
import org.comuta.description.Syntax;

/**
 * Numbers that are called for help, such as those of one country. Immutable.
 *
 * @param numbers as they are called, whole
 */
@Described(kind = "emergency-list", path = "emergency-lists")
public record EmergencyList(
    @Field(required = true, syntax = Syntax.NAME) String name,
    @Field(defaultValue = "true") boolean enabled,
    @Field String description,
    @Field(required = true, maxLength = 100, syntax = Syntax.NUMBER) List<String> numbers) {

  public EmergencyList {
    numbers = List.copyOf(numbers);
  }
}
