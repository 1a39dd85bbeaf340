package org.comuta.portal.form;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody else saved while a form was open.
 *
 * @param revision that changed the object last; 0 when it was deleted
 * @param author null when the object was deleted
 * @param changes the fields that differ from what the form began with
 */
public record Overtaken(
    long revision, @Nullable String author, @Nullable Instant savedAt, List<FieldChange> changes)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * One field.
   *
   * @param both whether it was changed in the form as well, to something else
   */
  public record FieldChange(String label, String before, String theirs, String mine, boolean both)
      implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  public Overtaken {
    changes = List.copyOf(changes);
  }

  /** Whether the object is there no more. */
  public boolean gone() {
    return revision == 0;
  }
}
