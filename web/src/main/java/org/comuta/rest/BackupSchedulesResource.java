package org.comuta.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.comuta.backup.BackupRun;
import org.comuta.backup.SchedulesBean;
import org.comuta.backup.SchedulesBean.Saving;
import org.comuta.backup.StoredSchedule;
import org.comuta.configuration.Listing;
import org.comuta.identity.Right;
import org.comuta.operation.BackupOperations;
import org.comuta.operation.ScheduleOperations;

/** Backups that are made by themselves: immediate and audited, not part of the configuration. */
@Path("backup-schedules")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Requires(Right.SEE_ADMINISTRATION)
public class BackupSchedulesResource {
  static final Set<String> FILTERS = Set.of("name", "enabled", "rhythm", "destination", "host");

  @Inject private SchedulesBean schedules;
  @Inject private ScheduleOperations operations;
  @Inject private Caller caller;
  @Context private UriInfo request;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public BackupSchedulesResource() {}

  @GET
  public JsonObject list() {
    ListQuery query = ListQuery.from(request, FILTERS);
    List<JsonObject> found =
        schedules.all().stream()
            .map(BackupSchedulesResource::view)
            .filter(one -> FieldFilter.matches(one, query.filters()))
            .toList();
    return Page.cut(found, query);
  }

  @GET
  @Path("{name}")
  public JsonObject get(@PathParam("name") String name) {
    return view(found(name));
  }

  private StoredSchedule found(String name) {
    return schedules.find(name).orElseThrow(() -> ApiProblem.notFound(SchedulesBean.KIND, name));
  }

  private static JsonObject view(StoredSchedule schedule) {
    return Json.createObjectBuilder(schedule.body())
        .add("nextRun", JsonViews.value(schedule.nextRun()))
        .add("lastRun", JsonViews.value(schedule.lastRun()))
        .build();
  }

  /** Creates or replaces one; what is not given takes its default, secrets stay. */
  @PUT
  @Path("{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Right.ADMINISTER)
  public Response put(@PathParam("name") String name, JsonObject body) {
    ListQuery.only(request, Set.of());
    mustBeAllowed();
    JsonObject given = Json.createObjectBuilder(body).remove("nextRun").remove("lastRun").build();
    Saving saving = operations.save(name, given, caller.actor());
    StoredSchedule saved = saving.saved();
    if (saved == null) {
      throw ApiProblem.invalid(saving.problems());
    }
    return Response.status(saving.created() ? Response.Status.CREATED : Response.Status.OK)
        .entity(view(saved))
        .build();
  }

  @DELETE
  @Path("{name}")
  @Requires(Right.ADMINISTER)
  public Response delete(@PathParam("name") String name) {
    mustBeAllowed();
    if (!operations.delete(name, caller.actor())) {
      throw ApiProblem.notFound(SchedulesBean.KIND, name);
    }
    return Response.noContent().build();
  }

  /** What it made, the last one first. */
  @GET
  @Path("{name}/runs")
  public JsonObject runs(@PathParam("name") String name) {
    ListQuery query = ListQuery.from(request, Set.of());
    found(name);
    Listing<BackupRun> runs = schedules.runs(name, query.offset(), query.size());
    return Page.of(runs.items().stream().map(JsonViews::object).toList(), runs.total(), query);
  }

  /** Begins a backup now; its list of runs says what comes of it. */
  @POST
  @Path("{name}/runs")
  @Requires(Right.ADMINISTER)
  public Response run(@PathParam("name") String name) {
    mustBeAllowed();
    return switch (operations.runNow(name, caller.actor())) {
      case STARTED -> Response.accepted().build();
      case RUNNING_ALREADY ->
          throw ApiProblem.conflict("running", "A backup of this schedule is under way already.");
      case NO_SCHEDULE -> throw ApiProblem.notFound(SchedulesBean.KIND, name);
    };
  }

  /** Tries whether backups get there, and leaves nothing; tells a fingerprint to be confirmed. */
  @POST
  @Path("{name}/trial")
  @Requires(Right.ADMINISTER)
  public JsonObject tryOut(@PathParam("name") String name) {
    mustBeAllowed();
    return JsonViews.object(
        operations.tryOut(name).orElseThrow(() -> ApiProblem.notFound(SchedulesBean.KIND, name)));
  }

  private void mustBeAllowed() {
    if (!BackupOperations.isAllowed(caller.rights())) {
      throw ApiProblem.forbidden("Backups need all rights: FULL in every area.");
    }
  }
}
