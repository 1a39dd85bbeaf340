package org.comuta.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.comuta.identity.Right;
import org.comuta.operation.LiveCallOperations;

/** Live calls, the newest first. */
@Path("calls")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Requires(Right.SEE_MONITORING)
public class CallsResource {
  static final Set<String> FILTERS =
      Set.of(
          "callId",
          "state",
          "originNap",
          "destinationNap",
          "route",
          "callingNumber",
          "calledNumber",
          "revision",
          "outdated",
          "mediaMode");

  @Inject private LiveCallOperations calls;
  @Inject private Caller caller;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public CallsResource() {}

  @GET
  public JsonObject list(@Context UriInfo request) {
    ListQuery query = ListQuery.sorted(request, FILTERS, SortFields.of(ListedCallView.class));
    long live = calls.liveRevision();
    List<JsonObject> found =
        calls.all().stream()
            .map(call -> ListedCallView.of(call, live))
            .map(JsonViews::object)
            .toList();
    return Page.selected(found, query);
  }

  /** One call, with how its media is now. */
  @GET
  @Path("{callId}")
  public JsonObject get(@PathParam("callId") String callId) {
    return calls
        .find(callId)
        .map(
            call ->
                LiveCallView.of(
                    call, calls.liveRevision(), calls.media(List.of(callId)).get(callId)))
        .map(JsonViews::object)
        .orElseThrow(() -> missing(callId));
  }

  /** Hangs up. */
  @DELETE
  @Path("{callId}")
  @Requires(Right.OPERATE)
  public Response hangUp(@PathParam("callId") String callId) {
    return switch (calls.hangUp(callId, caller.actor())) {
      case ENDING -> Response.noContent().build();
      case NO_CALL -> throw missing(callId);
      case UNAVAILABLE -> throw ApiProblem.unavailable("Call control is not running.");
    };
  }

  private static ApiProblem missing(String callId) {
    return ApiProblem.notFound("live call", callId);
  }
}
