package org.comuta.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something the API has: a list, such as {@code naps}, or a single thing, such as {@code account}.
 * Immutable.
 *
 * @param path its word in the API; with slashes where it is below another
 * @param one word for one of them; that of the kind for objects of the configuration
 * @param label what people call one of them
 * @param help what it is for
 * @param configured whether it is configuration, with revisions
 * @param verbs what can be done with it
 * @param fields what can be written
 * @param filters what a list of them can be asked for
 */
public record Subject(
    String path,
    String one,
    String label,
    String help,
    boolean configured,
    Set<Verb> verbs,
    List<SubjectField> fields,
    List<SubjectField> filters) {
  /** Something that can be done. */
  public enum Verb {
    /** Read a page of all. */
    LIST,
    /** Read one, by its name. */
    READ,
    /** Read the only one. */
    READ_SINGLE,
    /** Make another with POST to the list. */
    CREATE,
    /** Make or replace one, by its name. */
    REPLACE,
    /** Replace the only one. */
    REPLACE_SINGLE,
    /** Remove one, by its name. */
    DELETE
  }

  /** Whether something can be done with it. */
  public boolean can(Verb verb) {
    return verbs.contains(verb);
  }

  /** The words of its path. */
  public List<String> segments() {
    return List.of(path.split("/", -1));
  }

  /** The field of this name. */
  public Optional<SubjectField> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }
}
