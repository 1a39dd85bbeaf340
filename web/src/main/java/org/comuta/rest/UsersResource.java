package org.comuta.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import org.comuta.identity.IdentityBean;
import org.comuta.identity.Right;
import org.comuta.identity.Role;
import org.comuta.identity.User;
import org.comuta.identity.UserChange;
import org.comuta.identity.UserOutcome;

/** Users: immediate and audited, not part of the configuration. */
@Path("users")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Requires(Right.ADMINISTER)
public class UsersResource {
  private static final Set<String> FIELDS =
      Set.of("name", "fullName", "role", "enabled", "password");
  static final Set<String> FILTERS = Set.of("name", "fullName", "role", "enabled");

  @Inject private IdentityBean identity;
  @Inject private Caller caller;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public UsersResource() {}

  @GET
  public JsonObject list(@Context UriInfo request) {
    ListQuery query = ListQuery.from(request, FILTERS);
    List<JsonObject> users =
        identity.users().stream()
            .map(JsonViews::object)
            .filter(user -> FieldFilter.matches(user, query.filters()))
            .toList();
    return Page.cut(users, query);
  }

  @GET
  @Path("{name}")
  public JsonObject get(@PathParam("name") String name) {
    User user = identity.user(name);
    if (user == null) {
      throw ApiProblem.notFound("user", name);
    }
    return JsonViews.object(user);
  }

  @PUT
  @Path("{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response put(@PathParam("name") String name, JsonObject body, @Context UriInfo request) {
    BodyFields fields = new BodyFields(body, FIELDS);
    fields.sameName(name);
    String fullName = fields.text("fullName", "");
    Role role = fields.choice("role", Role.class);
    boolean enabled = fields.truth("enabled", true);
    String password = fields.optionalText("password");
    fields.refuse();
    if (role == null) {
      throw new IllegalStateException("A choice that is missing was refused");
    }
    UserChange change = new UserChange(name, fullName, role, enabled, password);
    return answer(identity.save(change, caller.actor()), name, request);
  }

  @DELETE
  @Path("{name}")
  public Response delete(@PathParam("name") String name, @Context UriInfo request) {
    return answer(identity.delete(name, caller.actor()), name, request);
  }

  private static Response answer(UserOutcome outcome, String name, UriInfo request) {
    return switch (outcome) {
      case UserOutcome.Created created ->
          Response.created(request.getAbsolutePath())
              .entity(JsonViews.object(created.user()))
              .build();
      case UserOutcome.Changed changed -> Response.ok(JsonViews.object(changed.user())).build();
      case UserOutcome.Deleted ignored -> Response.noContent().build();
      case UserOutcome.Missing ignored -> throw ApiProblem.notFound("user", name);
      case UserOutcome.Invalid invalid -> throw ApiProblem.invalid(invalid.problems());
      case UserOutcome.LastAdministrator ignored ->
          throw ApiProblem.conflict(
              "last-administrator",
              "'" + name + "' is the last enabled administrator, so this cannot be done.");
    };
  }
}
