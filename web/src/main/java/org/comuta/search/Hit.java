package org.comuta.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was found.
 *
 * @param group what it is among
 * @param kind kind of the object; of fields, the kind they are of
 * @param name name of the object, of the user, identity of the call; empty of fields
 * @param field where it was found besides the name; empty when only there
 * @param text what stands there, or what tells it from others
 * @param at when a call began; null of what is no call
 */
public record Hit(
    Group group, String kind, String name, String field, String text, @Nullable Instant at) {
  /** Something that is no call. */
  Hit(Group group, String kind, String name, String field, String text) {
    this(group, kind, name, field, text, null);
  }

  /** What can be found, in the order people see it. */
  public enum Group {
    /** Configuration objects, by name and by what is written in them. */
    OBJECTS,
    /** Users, by name and full name. */
    USERS,
    /** Live calls, by number and identity. */
    CALLS,
    /** Call records, by number and identity. */
    RECORDS,
    /** Fields of configuration objects, by what they are called and their help. */
    FIELDS
  }
}
