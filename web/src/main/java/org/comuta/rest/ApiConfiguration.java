package org.comuta.rest;

import java.util.List;
import java.util.Map;
import org.comuta.configuration.Application;
import org.comuta.configuration.Restored;
import org.comuta.configuration.Revision;
import org.comuta.rest.ConfigurationViews.AppliedView;
import org.comuta.rest.ConfigurationViews.DiffView;
import org.comuta.rest.ConfigurationViews.PendingView;
import org.comuta.rest.ConfigurationViews.RevisionView;
import org.comuta.rest.ConfigurationViews.StatusView;

/** Revisions of the configuration, in the OpenAPI document. */
final class ApiConfiguration {
  /** Which revision to go back to, and why. */
  private record RestoreBody(long revision, String comment) {}

  /** What operations take and give, by method and path. */
  static final Map<String, Exchanged> OPERATIONS =
      Map.ofEntries(
          Map.entry(
              "GET configuration",
              Exchanged.one("Which revisions are saved and live", StatusView.class)),
          Map.entry(
              "GET configuration/revisions",
              Exchanged.sorted("Revisions, the newest first", Revision.class, List.of())),
          Map.entry(
              "GET configuration/revisions/{number}",
              Exchanged.paged(
                  "A revision and what it changed", RevisionView.class, DiffView.FILTERS)),
          Map.entry(
              "GET configuration/applications",
              Exchanged.list("What was made live, the newest first", Application.class, List.of())),
          Map.entry(
              "GET configuration/pending",
              Exchanged.list(
                  "What apply would change, and who saved it",
                  PendingView.class,
                  DiffView.FILTERS)),
          Map.entry(
              "GET configuration/diff",
              Exchanged.paged(
                  "What differs between two revisions; without them, what apply would change",
                  DiffView.class,
                  DiffView.FILTERS)),
          Map.entry(
              "POST configuration/apply",
              Exchanged.one("Make everything that was saved live", AppliedView.class)),
          Map.entry(
              "POST configuration/restore",
              Exchanged.one("Save everything as it was at a revision", Restored.class)
                  .taking(RestoreBody.class)));

  private ApiConfiguration() {}
}
