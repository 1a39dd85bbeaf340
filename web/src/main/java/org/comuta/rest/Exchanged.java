package org.comuta.rest;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * What an operation takes and gives, for the OpenAPI document.
 *
 * @param filters words of the query that choose items
 * @param sortable fields that the items can be sorted by; empty where they cannot
 */
record Exchanged(
    String summary,
    int status,
    Class<? extends Record> answer,
    Form form,
    Collection<String> filters,
    Set<String> sortable) {
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
    return new Exchanged(summary, 200, answer, Form.WHOLE, List.of(), Set.of());
  }

  static Exchanged made(String summary, Class<? extends Record> answer) {
    return new Exchanged(summary, 201, answer, Form.WHOLE, List.of(), Set.of());
  }

  static Exchanged saved(String summary, Class<? extends Record> answer) {
    return new Exchanged(summary, 200, answer, Form.SAVED, List.of(), Set.of());
  }

  static Exchanged list(
      String summary, Class<? extends Record> answer, Collection<String> filters) {
    return new Exchanged(summary, 200, answer, Form.LIST, filters, Set.of());
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
    return new Exchanged(summary, 200, answer, Form.LIST, filters, sortable);
  }

  static Exchanged paged(
      String summary, Class<? extends Record> answer, Collection<String> filters) {
    return new Exchanged(summary, 200, answer, Form.PAGED, filters, Set.of());
  }

  Schema schema() {
    Schema schema = ApiSchemas.of(answer);
    return form == Form.LIST ? ApiComponents.page(schema) : schema;
  }

  List<Parameter> parameters() {
    return switch (form) {
      case WHOLE, SAVED -> List.of();
      case LIST, PAGED ->
          sortable.isEmpty()
              ? ApiComponents.listParameters(filters)
              : ApiComponents.listParameters(filters, sortable);
    };
  }

  APIResponses answers() {
    APIResponses answers = ApiComponents.answers(status, schema());
    return form == Form.SAVED
        ? answers.addAPIResponse("201", ApiComponents.answer("Created", schema()))
        : answers;
  }
}
