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
import org.comuta.identity.Level;
import org.comuta.identity.OwnRights;
import org.comuta.identity.Right;
import org.comuta.identity.Role;
import org.comuta.identity.SecondFactorBean;
import org.comuta.identity.User;
import org.comuta.identity.UserChange;
import org.comuta.identity.UserOutcome;

/** Users: immediate and audited, not part of the configuration. */
@Path("users")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Requires(Right.SEE_ADMINISTRATION)
public class UsersResource {
  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "fullName",
          "role",
          "rights",
          "enabled",
          "password",
          "mustChangePassword",
          "provider");
  static final Set<String> AREAS =
      Set.of("configuration", "monitoring", "diagnostics", "administration");
  static final Set<String> FILTERS = Set.of("name", "fullName", "role", "enabled");

  @Inject private IdentityBean identity;
  @Inject private SecondFactorBean secondFactors;
  @Inject private Caller caller;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public UsersResource() {}

  @GET
  public JsonObject list(@Context UriInfo request) {
    ListQuery query = ListQuery.sorted(request, FILTERS, SortFields.of(UserView.class));
    List<JsonObject> users =
        identity.users().stream().map(UserView::of).map(JsonViews::object).toList();
    return Page.selected(users, query);
  }

  @GET
  @Path("{name}")
  public JsonObject get(@PathParam("name") String name) {
    User user = identity.user(name);
    if (user == null) {
      throw ApiProblem.notFound("user", name);
    }
    return JsonViews.object(UserView.of(user));
  }

  @PUT
  @Path("{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Right.ADMINISTER)
  public Response put(@PathParam("name") String name, JsonObject body, @Context UriInfo request) {
    BodyFields fields = new BodyFields(body, FIELDS);
    fields.sameName(name);
    String fullName = fields.text("fullName", "");
    Role role = fields.choice("role", Role.class);
    OwnRights rights = rights(fields.object("rights", AREAS));
    boolean enabled = fields.truth("enabled", true);
    String password = fields.optionalText("password");
    Boolean mustChangePassword = fields.optionalTruth("mustChangePassword");
    String provider = fields.optionalText("provider");
    fields.refuse();
    if (role == null) {
      throw new IllegalStateException("A choice that is missing was refused");
    }
    UserChange change =
        new UserChange(
            name, fullName, role, rights, enabled, password, mustChangePassword, provider);
    return answer(identity.save(change, caller.rights(), caller.actor()), name, request);
  }

  @DELETE
  @Path("{name}")
  @Requires(Right.ADMINISTER)
  public Response delete(@PathParam("name") String name, @Context UriInfo request) {
    return answer(identity.delete(name, caller.rights(), caller.actor()), name, request);
  }

  /** Removes the second factor of a user who lost it; the user's sessions end. */
  @DELETE
  @Path("{name}/second-factor")
  @Requires(Right.ADMINISTER)
  public Response removeSecondFactor(@PathParam("name") String name) {
    User user = identity.user(name);
    if (user == null || !user.secondFactor()) {
      throw ApiProblem.notFound("second factor of", name);
    }
    if (!secondFactors.remove(user, caller.rights(), caller.actor())) {
      throw ApiProblem.forbidden("'" + name + "' has more rights than you.");
    }
    return Response.noContent().build();
  }

  private static OwnRights rights(BodyFields levels) {
    return new OwnRights(
        levels.optionalChoice("configuration", Level.class),
        levels.optionalChoice("monitoring", Level.class),
        levels.optionalChoice("diagnostics", Level.class),
        levels.optionalChoice("administration", Level.class));
  }

  private static Response answer(UserOutcome outcome, String name, UriInfo request) {
    return switch (outcome) {
      case UserOutcome.Created created ->
          Response.created(request.getAbsolutePath())
              .entity(JsonViews.object(UserView.of(created.user())))
              .build();
      case UserOutcome.Changed changed ->
          Response.ok(JsonViews.object(UserView.of(changed.user()))).build();
      case UserOutcome.Deleted ignored -> Response.noContent().build();
      case UserOutcome.Missing ignored -> throw ApiProblem.notFound("user", name);
      case UserOutcome.Invalid invalid -> throw ApiProblem.invalid(invalid.problems());
      case UserOutcome.BeyondRights ignored ->
          throw ApiProblem.forbidden(
              "'" + name + "' has, or would have, more rights than you: nobody can give them.");
      case UserOutcome.LastAdministrator ignored ->
          throw ApiProblem.conflict(
              "last-administrator",
              "'" + name + "' is the last enabled administrator, so this cannot be done.");
    };
  }
}
