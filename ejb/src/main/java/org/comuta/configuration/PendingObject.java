package org.comuta.configuration;

import java.util.List;

/**
 * An object that apply would change.
 *
 * @param saves the revisions that changed it since the one that is live, the last one first
 */
public record PendingObject(ObjectDiff difference, List<Revision> saves) {
  public PendingObject {
    saves = List.copyOf(saves);
  }
}
