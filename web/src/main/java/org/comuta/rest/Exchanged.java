package org.comuta.rest;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jspecify.annotations.Nullable;

/**
 * What an operation takes and gives, for the OpenAPI document.
 *
 * @param answer null where there is none
 * @param filters words of the query that choose items
 * @param sortable fields that the items can be sorted by; empty where they cannot
 * @param body null where none is taken
 */
record Exchanged(
    String summary,
    int status,
    @Nullable Class<? extends Record> answer,
    Form form,
    Collection<String> filters,
    Set<String> sortable,
    @Nullable Class<? extends Record> body) {
  /** How much of an answer there is. */
  enum Form {
    WHOLE,
    /** The usual page of items. */
    LIST,
    /** It was changed, or made. */
    SAVED,
    /** An answer of its own, a page of it. */
    PAGED
  }

  static Exchanged one(String summary, Class<? extends Record> answer) {
    return new Exchanged(summary, 200, answer, Form.WHOLE, List.of(), Set.of(), null);
  }

  /** Done, and nothing to tell. */
  static Exchanged done(String summary) {
    return new Exchanged(summary, 204, null, Form.WHOLE, List.of(), Set.of(), null);
  }

  static Exchanged made(String summary, Class<? extends Record> answer) {
    return new Exchanged(summary, 201, answer, Form.WHOLE, List.of(), Set.of(), null);
  }

  static Exchanged saved(String summary, Class<? extends Record> answer) {
    return new Exchanged(summary, 200, answer, Form.SAVED, List.of(), Set.of(), null);
  }

  static Exchanged list(
      String summary, Class<? extends Record> answer, Collection<String> filters) {
    return new Exchanged(summary, 200, answer, Form.LIST, filters, Set.of(), null);
  }

  /** A list in an order that is asked for, by any plain field of its items. */
  static Exchanged sorted(
      String summary, Class<? extends Record> answer, Collection<String> filters) {
    return sorted(summary, answer, filters, SortFields.of(answer));
  }

  static Exchanged sorted(
      String summary,
      Class<? extends Record> answer,
      Collection<String> filters,
      Set<String> sortable) {
    return new Exchanged(summary, 200, answer, Form.LIST, filters, sortable, null);
  }

  static Exchanged paged(
      String summary, Class<? extends Record> answer, Collection<String> filters) {
    return new Exchanged(summary, 200, answer, Form.PAGED, filters, Set.of(), null);
  }

  /** The same with a body. */
  Exchanged taking(Class<? extends Record> taken) {
    return new Exchanged(summary, status, answer, form, filters, sortable, taken);
  }

  /** Tells it of an operation. */
  void tell(Operation operation) {
    operation.setSummary(summary);
    operation.setResponses(answers());
    parameters().forEach(operation::addParameter);
    if (body != null) {
      operation.setRequestBody(ApiComponents.body(ApiSchemas.of(body).required(null)));
    }
  }

  private List<Parameter> parameters() {
    return switch (form) {
      case WHOLE, SAVED -> List.of();
      case LIST, PAGED ->
          sortable.isEmpty()
              ? ApiComponents.listParameters(filters)
              : ApiComponents.listParameters(filters, sortable);
    };
  }

  private APIResponses answers() {
    if (answer == null) {
      return ApiComponents.nothing();
    }
    Schema schema = ApiSchemas.of(answer);
    if (form == Form.LIST) {
      schema = ApiComponents.page(schema);
    }
    APIResponses answers = ApiComponents.answers(status, schema);
    return form == Form.SAVED
        ? answers.addAPIResponse("201", ApiComponents.answer("Created", schema))
        : answers;
  }
}
