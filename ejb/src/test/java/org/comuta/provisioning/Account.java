package org.comuta.provisioning;

import java.util.List;
import org.comuta.description.Described;
import org.comuta.description.Field;
import org.comuta.description.Syntax;
import org.comuta.secret.Secret;

/** A kind that has a field of every sort, for tests of files. */
@Described(kind = "account", path = "accounts")
public record Account(
    @Field(required = true, syntax = Syntax.NAME) String name,
    @Field(defaultValue = "true") boolean enabled,
    @Field String description,
    @Field(defaultValue = "5", min = -100, max = 1000000) int limit,
    @Field(defaultValue = "0") long octets,
    @Field(defaultValue = "FAIR") Mood mood,
    @Field(maxLength = 8) List<String> words,
    @Field(defaultValue = "1,2", maxLength = 8) List<Integer> numbers,
    @Field Secret password) {

  /** A choice. */
  public enum Mood {
    GOOD,
    FAIR
  }

  public Account {
    words = List.copyOf(words);
    numbers = List.copyOf(numbers);
  }
}
