package org.comuta.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.comuta.description.Problem;
import org.comuta.identity.IssuedToken;
import org.comuta.identity.Right;
import org.comuta.identity.Token;
import org.comuta.identity.TokenBean;

/** Bearer tokens: everybody's own, and an administrator sees and revokes those of all. */
@Path("tokens")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Requires(Right.READ)
public class TokensResource {
  private static final Set<String> FIELDS = Set.of("description", "days");
  static final Set<String> FILTERS = Set.of("userName", "description");
  private static final long DEFAULT_DAYS = 90;
  private static final long MOST_DAYS = 3_650;
  private static final int LONGEST_DESCRIPTION = 255;

  /**
   * A token at the only moment its secret is told.
   *
   * @param token what a program sends after {@code Authorization: Bearer}
   */
  record IssuedTokenView(
      String id,
      String userName,
      String description,
      Instant createdAt,
      Instant expiresAt,
      String token) {
    static IssuedTokenView of(IssuedToken issued) {
      Token token = issued.token();
      return new IssuedTokenView(
          token.id(),
          token.userName(),
          token.description(),
          token.createdAt(),
          token.expiresAt(),
          issued.secret());
    }
  }

  @Inject private TokenBean tokens;
  @Inject private Caller caller;
  @Context private SecurityContext user;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public TokensResource() {}

  @GET
  public JsonObject list(@Context UriInfo request) {
    ListQuery query = ListQuery.from(request, FILTERS);
    String whose = RightsFilter.has(user, Right.ADMINISTER) ? null : caller.name();
    List<JsonObject> found =
        tokens.tokens(whose).stream()
            .map(JsonViews::object)
            .filter(token -> FieldFilter.matches(token, query.filters()))
            .toList();
    return Page.cut(found, query);
  }

  /** Makes a token for the user who asks; the secret is told here and never again. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(JsonObject body, @Context UriInfo request) {
    BodyFields fields = new BodyFields(body, FIELDS);
    String description = fields.text("description", "");
    long days = fields.number("days", 1, MOST_DAYS, DEFAULT_DAYS);
    fields.refuse();
    if (description.length() > LONGEST_DESCRIPTION) {
      throw ApiProblem.invalid(
          List.of(
              new Problem(
                  "description", "length", "description must have at most 255 characters.")));
    }
    IssuedToken issued = tokens.create(description, Duration.ofDays(days), caller.actor());
    return Response.created(request.getAbsolutePathBuilder().path(issued.token().id()).build())
        .entity(JsonViews.object(IssuedTokenView.of(issued)))
        .build();
  }

  @DELETE
  @Path("{id}")
  public Response revoke(@PathParam("id") String id) {
    Token token = tokens.token(id);
    boolean visible =
        token != null
            && (token.userName().equals(caller.name()) || RightsFilter.has(user, Right.ADMINISTER));
    if (token == null || !visible) {
      throw ApiProblem.notFound("token", id);
    }
    tokens.revoke(token, caller.actor());
    return Response.noContent().build();
  }
}
