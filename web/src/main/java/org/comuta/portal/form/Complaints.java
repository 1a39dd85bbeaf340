package org.comuta.portal.form;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** What is wrong with what stands in a form, by field. Confined to one view. */
final class Complaints implements Serializable {
  private static final long serialVersionUID = 1L;

  private final LinkedHashMap<String, ArrayList<String>> texts = new LinkedHashMap<>();

  void add(String field, String text) {
    texts.computeIfAbsent(field, ignored -> new ArrayList<>()).add(text);
  }

  void clear() {
    texts.clear();
  }

  /** What is wrong with a field. */
  List<String> of(String field) {
    ArrayList<String> found = texts.get(field);
    return found == null ? List.of() : found;
  }

  /** Everything, in the order of these fields; what concerns none of them comes last. */
  List<Complaint> all(List<FormField> fields) {
    List<Complaint> all = new ArrayList<>();
    for (FormField field : fields) {
      of(field.getName())
          .forEach(
              text -> all.add(new Complaint(field.getLabel(), text, "form:" + field.getFocusId())));
    }
    List<String> shown = fields.stream().map(FormField::getName).toList();
    texts.forEach(
        (field, wrong) -> {
          if (!shown.contains(field)) {
            wrong.forEach(text -> all.add(new Complaint(field, text, "form")));
          }
        });
    return all;
  }
}
