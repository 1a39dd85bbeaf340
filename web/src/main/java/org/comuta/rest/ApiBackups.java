package org.comuta.rest;

import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.comuta.backup.BackupRun;
import org.comuta.backup.BackupSchedule;
import org.comuta.description.ObjectDescription;
import org.comuta.operation.ScheduleOperations.Trial;
import org.comuta.rest.BackupViews.PartView;
import org.comuta.rest.BackupViews.RestorationView;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jspecify.annotations.Nullable;

/** Backups and their schedules in the OpenAPI document. */
final class ApiBackups {
  /** What is told of a schedule beside itself. */
  private record Runs(@Nullable Instant nextRun, @Nullable BackupRun lastRun) {}

  private ApiBackups() {}

  /** Every operation that is told of here, by method and path. */
  static List<String> operations() {
    return List.of(
        "GET backup",
        "GET backup/parts",
        "POST backup/restoration",
        "GET backup-schedules",
        "GET backup-schedules/{name}",
        "PUT backup-schedules/{name}",
        "DELETE backup-schedules/{name}",
        "GET backup-schedules/{name}/runs",
        "POST backup-schedules/{name}/runs",
        "POST backup-schedules/{name}/trial");
  }

  /** Says what operations of backups take and give; false for all others. */
  static boolean complete(String key, Operation operation) {
    switch (key) {
      case "GET backup/parts" ->
          list(operation, "What a backup can have in it", ApiSchemas.of(PartView.class), List.of());
      case "GET backup" ->
          operation
              .summary("A backup of everything, as one gzipped tar")
              .addParameter(parts())
              .addParameter(passphrase())
              .responses(ApiComponents.octets(BackupResource.GZIP));
      case "POST backup/restoration" -> restoration(operation);
      case "GET backup-schedules" ->
          list(
              operation,
              "Backups that are made by themselves",
              schedule(),
              List.copyOf(BackupSchedulesResource.FILTERS));
      case "GET backup-schedules/{name}" ->
          operation
              .summary("A schedule of backups")
              .responses(ApiComponents.answers(200, schedule()));
      case "PUT backup-schedules/{name}" -> {
        APIResponses saved = ApiComponents.answers(200, schedule());
        saved.addAPIResponse("201", ApiComponents.answer("Created", schedule()));
        operation
            .summary("Create or replace a schedule of backups")
            .requestBody(ApiComponents.body(schedule()))
            .responses(saved);
      }
      case "DELETE backup-schedules/{name}" ->
          operation
              .summary("Delete a schedule of backups; what it made stays at its destination")
              .responses(ApiComponents.nothing());
      case "GET backup-schedules/{name}/runs" ->
          list(
              operation,
              "What a schedule made, the last one first",
              ApiSchemas.of(BackupRun.class),
              List.of());
      case "POST backup-schedules/{name}/runs" ->
          operation
              .summary("Make a backup of a schedule now")
              .responses(
                  ApiComponents.withProblems(
                      OASFactory.createAPIResponses()
                          .addAPIResponse(
                              "202", OASFactory.createAPIResponse().description("Begun"))));
      case "POST backup-schedules/{name}/trial" ->
          operation
              .summary(
                  "Try whether backups get to the destination of a schedule, and leave nothing there")
              .responses(ApiComponents.answers(200, ApiSchemas.of(Trial.class)));
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void list(Operation operation, String summary, Schema item, List<String> filters) {
    ApiComponents.listParameters(filters).forEach(operation::addParameter);
    operation.summary(summary).responses(ApiComponents.answers(200, ApiComponents.page(item)));
  }

  private static void restoration(Operation operation) {
    operation.setSummary("Restore a backup, all of it or nothing");
    ApiComponents.listParameters(RestorationView.FILTERS).forEach(operation::addParameter);
    operation
        .addParameter(parts())
        .addParameter(
            ApiComponents.truth("dryRun", "Only say what would change, and all that is wrong."))
        .addParameter(
            ApiComponents.truth("keepAddresses", "Addresses of objects that are here stay."))
        .addParameter(ApiComponents.truth("apply", "Make the configuration live at once."))
        .addParameter(ApiComponents.comment())
        .addParameter(passphrase())
        .requestBody(ApiComponents.file(BackupResource.GZIP, MediaType.APPLICATION_OCTET_STREAM))
        .responses(ApiComponents.answers(200, ApiSchemas.of(RestorationView.class)));
  }

  /** A schedule with its runs, which are passed over when they are sent back. */
  private static Schema schedule() {
    Schema schedule = ApiSchemas.of(ObjectDescription.of(BackupSchedule.class));
    ApiSchemas.of(Runs.class)
        .getProperties()
        .forEach((name, property) -> schedule.addProperty(name, property.readOnly(true)));
    return schedule;
  }

  private static Parameter parts() {
    return ApiComponents.query("parts", "Words of backup/parts, with commas between them.")
        .schema(OASFactory.createSchema().addType(SchemaType.STRING));
  }

  private static Parameter passphrase() {
    return ApiComponents.header(
        FileBody.PASSPHRASE, "12 to 128 printable characters of ASCII, for its secrets.");
  }
}
