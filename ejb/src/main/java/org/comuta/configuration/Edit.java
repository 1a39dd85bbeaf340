package org.comuta.configuration;

import org.jspecify.annotations.Nullable;

/**
 * How a change is to be saved.
 *
 * @param comment why, for the list of revisions; at most 255 characters count, may be empty
 * @param expectedRevision revision of the object the editor looked at ({@link
 *     StoredObject#revision()}; 0: it must not exist); null to save in any case
 */
public record Edit(Editor editor, String comment, @Nullable Long expectedRevision) {
  /** A change by this editor, without comment or expectation. */
  public static Edit by(Editor editor) {
    return new Edit(editor, "", null);
  }

  public Edit because(String reason) {
    return new Edit(editor, reason, expectedRevision);
  }

  public Edit expecting(long revision) {
    return new Edit(editor, comment, revision);
  }
}
