package org.comuta.rest;

import java.util.stream.Stream;
import org.comuta.access.AccessRules;
import org.comuta.access.RefusedSource;
import org.comuta.access.Service;
import org.comuta.rest.AccessListsResource.AccessListsView;
import org.comuta.rest.AccessListsResource.VerdictView;
import org.eclipse.microprofile.openapi.models.Operation;

/** Access lists in the OpenAPI document. */
final class ApiAccessLists {
  /** Which change is confirmed. */
  private record ConfirmationBody(long change) {}

  private ApiAccessLists() {}

  /** Says what operations with access lists take and give; false for all others. */
  static boolean complete(String key, Operation operation) {
    switch (key) {
      case "GET access-lists" -> answers(operation, "Who is let in", AccessListsView.class);
      case "PUT access-lists" -> {
        answers(
            operation,
            "Replace who is let in; taken back after 60 seconds unless it is confirmed",
            AccessListsView.class);
        operation.setRequestBody(
            ApiComponents.body(ApiSchemas.of(AccessRules.class).required(null)));
      }
      case "POST access-lists/confirmation" -> {
        answers(
            operation,
            "Confirm a change, by a request that the new rules let in",
            AccessListsView.class);
        operation.setRequestBody(ApiComponents.body(ApiSchemas.of(ConfirmationBody.class)));
      }
      case "DELETE access-lists/trial" ->
          answers(operation, "Take back what is on trial", AccessListsView.class);
      case "GET access-lists/verdict" -> {
        answers(operation, "Whether an address would be let in now", VerdictView.class);
        operation.addParameter(
            ApiComponents.choice(
                "service",
                "What it asks for.",
                Stream.of(Service.values()).map(Service::name).toArray(String[]::new)));
        operation.addParameter(ApiComponents.word("address", "The address that asks."));
      }
      case "GET access-lists/refused" -> {
        operation.setSummary("Who was refused, the latest first");
        operation.setResponses(
            ApiComponents.answers(200, ApiComponents.page(ApiSchemas.of(RefusedSource.class))));
        ApiComponents.listParameters(AccessListsResource.REFUSED_FILTERS)
            .forEach(operation::addParameter);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void answers(Operation operation, String summary, Class<? extends Record> answer) {
    operation.setSummary(summary);
    operation.setResponses(ApiComponents.answers(200, ApiSchemas.of(answer)));
  }
}
