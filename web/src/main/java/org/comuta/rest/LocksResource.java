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
import org.comuta.identity.Lock;
import org.comuta.identity.Right;
import org.comuta.identity.SignInPolicyBean;

/** Sign-ins that are locked because of wrong passwords. */
@Path("locks")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Requires(Right.SEE_ADMINISTRATION)
public class LocksResource {
  static final Set<String> FILTERS = Set.of("kind", "user", "address");

  @Inject private SignInPolicyBean signIn;
  @Inject private Caller caller;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public LocksResource() {}

  @GET
  public JsonObject list(@Context UriInfo request) {
    ListQuery query = ListQuery.sorted(request, FILTERS, SortFields.of(Lock.class));
    List<JsonObject> found = signIn.locks().stream().map(JsonViews::object).toList();
    return Page.selected(found, query);
  }

  /** Ends a lock before its time. */
  @DELETE
  @Path("{id}")
  @Requires(Right.ADMINISTER)
  public Response unlock(@PathParam("id") String id) {
    if (signIn.unlock(id, caller.actor()) == null) {
      throw ApiProblem.notFound("lock", id);
    }
    return Response.noContent().build();
  }
}
