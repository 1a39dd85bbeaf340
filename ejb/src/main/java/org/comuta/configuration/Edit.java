package org.comuta.configuration;

import org.jspecify.annotations.Nullable;

/**
 * How something is to be saved or applied.
 *
 * @param comment why, for the list of revisions; at most 255 characters count, may be empty
 * @param expectedRevision revision of what the editor looked at: of the object ({@link
 *     StoredObject#revision()}; 0: it must not exist; {@link #ANY}: it must exist), or of the whole
 *     configuration; null to go on in any case
 */
public record Edit(Editor editor, String comment, @Nullable Long expectedRevision) {
  /** Expects an object of whatever revision. */
  public static final long ANY = -1;

  /** A change by this editor, without comment or expectation. */
  public static Edit by(Editor editor) {
    return new Edit(editor, "", null);
  }

  /**
   * Throws when the object is another than this editor expects.
   *
   * @param current revision of the object; 0 when there is none
   */
  public void expect(String kind, String name, long current) {
    Long expected = expectedRevision;
    if (expected == null) {
      return;
    }
    boolean met = expected == ANY ? current != 0 : expected == current;
    if (!met) {
      throw StaleObjectException.of(kind, name, expected, current);
    }
  }

  public Edit because(String reason) {
    return new Edit(editor, reason, expectedRevision);
  }

  public Edit expecting(long revision) {
    return new Edit(editor, comment, revision);
  }
}
