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
import org.comuta.intrusion.BlockedSource;
import org.comuta.operation.SourceOperations;

/** Addresses whose SIP messages are not taken for a while. */
@Path("blocked-sources")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Requires(Right.SEE_MONITORING)
public class BlockedSourcesResource {
  static final Set<String> FILTERS = Set.of("address", "rule", "detection");

  @Inject private SourceOperations sources;
  @Inject private Caller caller;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public BlockedSourcesResource() {}

  @GET
  public JsonObject list(@Context UriInfo request) {
    ListQuery query = ListQuery.sorted(request, FILTERS, SortFields.of(BlockedSource.class));
    List<JsonObject> found = sources.blocked().stream().map(JsonViews::object).toList();
    return Page.selected(found, query);
  }

  /** Ends a block before its time. */
  @DELETE
  @Path("{address}")
  @Requires(Right.OPERATE)
  public Response release(@PathParam("address") String address) {
    if (sources.release(address, caller.actor()) == null) {
      throw ApiProblem.notFound("blocked source", address);
    }
    return Response.noContent().build();
  }
}
