package org.comuta.rest;

import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.comuta.configuration.ImportMode;
import org.comuta.configuration.ImportRequest;
import org.comuta.description.Problem;
import org.comuta.provisioning.FileReading;
import org.comuta.rest.ConfigurationViews.DiffView;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be imported, from the query of the request.
 *
 * @param comment why, for the list of revisions; null without one
 * @param page which part of the changes to answer
 */
record ImportParameters(
    boolean dryRun,
    ImportMode mode,
    boolean keepAddresses,
    @Nullable String comment,
    ListQuery page) {
  /** Names of all parameters but those of the page. */
  static final Set<String> NAMES = names();

  private static Set<String> names() {
    Set<String> names = new HashSet<>(DiffView.FILTERS);
    names.addAll(Set.of("dryRun", "mode", "keepAddresses", "comment"));
    return Set.copyOf(names);
  }

  static ImportParameters from(UriInfo request) {
    ListQuery query = ListQuery.from(request, NAMES);
    List<Problem> problems = new ArrayList<>();
    ImportParameters parameters =
        new ImportParameters(
            truth("dryRun", query, problems),
            mode(query.filters().getOrDefault("mode", "merge"), problems),
            truth("keepAddresses", query, problems),
            query.filters().get("comment"),
            query);
    ListQuery.refuse(problems);
    return parameters;
  }

  static boolean truth(String name, ListQuery query, List<Problem> problems) {
    String value = query.filters().getOrDefault(name, "false");
    if (!value.equals("true") && !value.equals("false")) {
      problems.add(new Problem(name, "type", name + " must be true or false."));
    }
    return value.equals("true");
  }

  private static ImportMode mode(String word, List<Problem> problems) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "merge" -> ImportMode.MERGE;
      case "replace" -> ImportMode.REPLACE;
      default -> {
        problems.add(new Problem("mode", "choice", "mode must be merge or replace."));
        yield ImportMode.MERGE;
      }
    };
  }

  ImportRequest request(FileReading file) {
    return file.request(mode, keepAddresses, dryRun);
  }
}
