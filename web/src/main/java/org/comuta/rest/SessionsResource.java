package org.comuta.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.comuta.description.Problem;
import org.comuta.identity.PortalSession;
import org.comuta.identity.Right;
import org.comuta.identity.SessionBean;
import org.jspecify.annotations.Nullable;

/**
 * Sessions of portal and command line: everybody's own, and an administrator sees and ends those of
 * all.
 */
@Path("sessions")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Requires({Right.OWN_ACCOUNT, Right.SEE_ADMINISTRATION})
public class SessionsResource {
  static final Set<String> FILTERS = Set.of("userName", "kind", "address");

  @Inject private SessionBean sessions;
  @Inject private Caller caller;
  @Context private SecurityContext user;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public SessionsResource() {}

  @GET
  public JsonObject list(@Context UriInfo request) {
    ListQuery query = ListQuery.sorted(request, FILTERS, SortFields.of(PortalSession.class));
    String whose = RightsFilter.has(user, Right.SEE_ADMINISTRATION) ? null : caller.name();
    List<JsonObject> found = sessions.sessions(whose).stream().map(JsonViews::object).toList();
    return Page.selected(found, query);
  }

  /** Ends all sessions of a user, who must be named. */
  @DELETE
  @Requires({Right.OWN_ACCOUNT, Right.ADMINISTER})
  public Response endAll(
      @QueryParam("userName") @Nullable String userName, @Context UriInfo request) {
    ListQuery.only(request, Set.of("userName"));
    if (userName == null) {
      throw ApiProblem.badRequest(
          "query", List.of(new Problem("userName", "required", "userName is required.")));
    }
    if (!mayEndThoseOf(userName)) {
      throw ApiProblem.forbidden("You may end your own sessions only.");
    }
    sessions.endAll(userName, null, caller.actor());
    return Response.noContent().build();
  }

  @DELETE
  @Path("{id}")
  @Requires({Right.OWN_ACCOUNT, Right.ADMINISTER})
  public Response end(@PathParam("id") String id) {
    PortalSession session = sessions.session(id);
    if (session == null || !mayEndThoseOf(session.userName())) {
      throw ApiProblem.notFound("session", id);
    }
    sessions.end(session, caller.actor());
    return Response.noContent().build();
  }

  private boolean mayEndThoseOf(String userName) {
    return RightsFilter.has(user, Right.ADMINISTER)
        || (RightsFilter.has(user, Right.OWN_ACCOUNT) && userName.equals(caller.name()));
  }
}
