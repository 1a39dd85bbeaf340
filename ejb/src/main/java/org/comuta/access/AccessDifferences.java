package org.comuta.access;

import java.util.ArrayList;
import java.util.List;

/** Tells in one line what differs between two access lists, for the audit log. */
final class AccessDifferences {
  private AccessDifferences() {}

  static String of(AccessRules before, AccessRules after) {
    List<String> told = new ArrayList<>();
    if (before.defaultAction() != after.defaultAction()) {
      told.add("defaultAction: " + before.defaultAction() + " → " + after.defaultAction());
    }
    List<AccessRule> gone = new ArrayList<>(before.rules());
    after.rules().forEach(gone::remove);
    List<AccessRule> added = new ArrayList<>(after.rules());
    before.rules().forEach(added::remove);
    gone.forEach(rule -> told.add("- " + text(rule)));
    added.forEach(rule -> told.add("+ " + text(rule)));
    if (told.isEmpty() && !before.equals(after)) {
      told.add("the order of the rules");
    }
    return String.join(", ", told);
  }

  private static String text(AccessRule rule) {
    return rule.action() + " " + rule.address() + " " + rule.services();
  }
}
