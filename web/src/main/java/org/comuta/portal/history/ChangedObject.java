package org.comuta.portal.history;

import java.util.List;
import org.comuta.configuration.Change;
import org.comuta.configuration.Revision;
import org.comuta.portal.form.FormAddress;

/**
 * One object that differs, as people read it.
 *
 * @param fields those that differ; of one that came or went, those that are not as by default
 * @param untold how many more fields it has, which are as by default
 * @param saves the revisions that changed it, the last one first, where the page tells them
 */
public record ChangedObject(
    String kind,
    String kindLabel,
    String name,
    Change change,
    List<ChangedField> fields,
    int untold,
    List<Revision> saves) {
  public ChangedObject {
    fields = List.copyOf(fields);
    saves = List.copyOf(saves);
  }

  /** Page of the object. */
  public String address() {
    return FormAddress.edit(kind, name);
  }

  ChangedObject savedBy(List<Revision> revisions) {
    return new ChangedObject(kind, kindLabel, name, change, fields, untold, revisions);
  }
}
