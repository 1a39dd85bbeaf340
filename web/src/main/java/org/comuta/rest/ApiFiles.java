package org.comuta.rest;

import jakarta.ws.rs.core.MediaType;
import org.comuta.rest.ConfigurationViews.DiffView;
import org.comuta.rest.ConfigurationViews.ImportView;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Export and import of files in the OpenAPI document. */
final class ApiFiles {
  private ApiFiles() {}

  /** Says what operations with files take and give; false for all others. */
  static boolean complete(String key, Operation operation) {
    Schema file = OASFactory.createSchema().addType(SchemaType.OBJECT);
    return switch (key) {
      case "GET configuration/export" -> {
        operation.setSummary("The configuration as saved last, as a file that can be imported");
        operation.setResponses(ApiComponents.answers(200, file));
        ApiComponents.alsoAs(operation, ExportResource.YAML);
        yield true;
      }
      case "POST configuration/import" -> {
        operation.setSummary("Import objects of any kinds as one revision, or none");
        importing(operation)
            .requestBody(
                ApiComponents.file(ExportResource.YAML, "application/x-yaml", "text/yaml"));
        operation
            .getRequestBody()
            .getContent()
            .addMediaType(MediaType.APPLICATION_JSON, OASFactory.createMediaType().schema(file));
        yield true;
      }
      case "GET audit/export" -> {
        operation.setSummary("What was done, the newest first, as comma-separated values");
        ApiComponents.listParameters(AuditResource.FILTERS).forEach(operation::addParameter);
        operation.setResponses(ApiComponents.textAnswer("text/csv"));
        yield true;
      }
      case "GET events/schema" -> {
        operation
            .summary("The form of events, as JSON Schema")
            .responses(
                ApiComponents.anyObject("application/schema+json", MediaType.APPLICATION_JSON));
        yield true;
      }
      case "GET logs/{file}" -> {
        operation
            .summary("A file of the log")
            .responses(ApiComponents.octets(MediaType.APPLICATION_OCTET_STREAM));
        yield true;
      }
      case "GET logs/archive" -> {
        operation
            .summary("The files of the log with entries of some time")
            .responses(ApiComponents.octets("application/gzip"));
        LogsResource.ARCHIVE_FILTERS.stream()
            .sorted()
            .map(name -> ApiComponents.moment(name, "RFC 3339; without it, no limit."))
            .forEach(operation::addParameter);
        yield true;
      }
      default -> false;
    };
  }

  /** With the parameters and the answer of every import. */
  static Operation importing(Operation operation) {
    ApiComponents.listParameters(DiffView.FILTERS).forEach(operation::addParameter);
    return operation
        .addParameter(
            ApiComponents.truth("dryRun", "Only say what would change, and all that is wrong."))
        .addParameter(
            ApiComponents.choice(
                "mode",
                "What the file does not name stays (merge, the default), or goes (replace).",
                "merge",
                "replace"))
        .addParameter(
            ApiComponents.truth("keepAddresses", "Addresses of objects that are here stay."))
        .addParameter(ApiComponents.comment())
        .responses(ApiComponents.answers(200, ApiSchemas.of(ImportView.class)));
  }
}
