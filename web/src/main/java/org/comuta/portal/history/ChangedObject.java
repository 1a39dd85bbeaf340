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
 * @param configured whether it is an object of the configuration, which has a page
 * @param saves the revisions that changed it, the last one first, where the page tells them
 */
public record ChangedObject(
    String kind,
    String kindLabel,
    String name,
    Change change,
    List<ChangedField> fields,
    int untold,
    boolean configured,
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
    return new ChangedObject(kind, kindLabel, name, change, fields, untold, configured, revisions);
  }

  /** The same under another word for its kind. */
  public ChangedObject called(String label) {
    return new ChangedObject(kind, label, name, change, fields, untold, configured, saves);
  }
}
