package org.comuta.rest;

import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.comuta.description.Problem;
import org.comuta.rest.BackupViews.RestorationView;
import org.jspecify.annotations.Nullable;

/**
 * How a backup is to be restored, from the query of the request.
 *
 * @param parts words with commas between them; null for all
 * @param page which part of the changes to answer
 */
record RestorationParameters(
    boolean dryRun,
    boolean keepAddresses,
    boolean apply,
    String comment,
    @Nullable String parts,
    ListQuery page) {
  static RestorationParameters from(UriInfo request) {
    Set<String> names = new HashSet<>(RestorationView.FILTERS);
    names.addAll(Set.of("dryRun", "keepAddresses", "apply", "comment", "parts"));
    ListQuery query = ListQuery.from(request, names);
    List<Problem> problems = new ArrayList<>();
    String comment = query.filters().getOrDefault("comment", "");
    if (comment.length() > EditRequest.LONGEST_COMMENT) {
      String message = "comment must have at most " + EditRequest.LONGEST_COMMENT + " characters.";
      problems.add(new Problem("comment", "length", message));
    }
    RestorationParameters parameters =
        new RestorationParameters(
            ImportParameters.truth("dryRun", query, problems),
            ImportParameters.truth("keepAddresses", query, problems),
            ImportParameters.truth("apply", query, problems),
            comment,
            query.filters().get("parts"),
            query);
    ListQuery.refuse(problems);
    return parameters;
  }
}
