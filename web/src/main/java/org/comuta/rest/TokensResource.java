package org.comuta.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
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
import org.comuta.identity.Level;
import org.comuta.identity.NewToken;
import org.comuta.identity.Right;
import org.comuta.identity.Rights;
import org.comuta.identity.Token;
import org.comuta.identity.TokenBean;
import org.jspecify.annotations.Nullable;

/** Bearer tokens: everybody's own, and an administrator sees and revokes those of all. */
@Path("tokens")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Requires({Right.OWN_ACCOUNT, Right.SEE_ADMINISTRATION})
public class TokensResource {
  private static final Set<String> FIELDS = Set.of("description", "days", "scope");
  static final Set<String> FILTERS = Set.of("userName", "description");
  private static final long DEFAULT_DAYS = 90;
  private static final long MOST_DAYS = NewToken.LONGEST_LIFETIME.toDays();

  /**
   * A token at the only moment its secret is told.
   *
   * @param token what a program sends after {@code Authorization: Bearer}
   */
  record IssuedTokenView(
      String id,
      String userName,
      String description,
      Rights scope,
      Instant createdAt,
      Instant expiresAt,
      String token) {
    static IssuedTokenView of(IssuedToken issued) {
      Token token = issued.token();
      return new IssuedTokenView(
          token.id(),
          token.userName(),
          token.description(),
          token.scope(),
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
    ListQuery query = ListQuery.sorted(request, FILTERS, SortFields.of(Token.class));
    String whose = RightsFilter.has(user, Right.SEE_ADMINISTRATION) ? null : caller.name();
    List<JsonObject> found = tokens.tokens(whose).stream().map(JsonViews::object).toList();
    return Page.selected(found, query);
  }

  /** Makes a token for the user who asks; the secret is told here and never again. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Right.OWN_ACCOUNT)
  public Response create(JsonObject body, @Context UriInfo request) {
    BodyFields fields = new BodyFields(body, FIELDS);
    String description = fields.text("description", "");
    long days = fields.number("days", 1, MOST_DAYS, DEFAULT_DAYS);
    Rights scope = scope(body.get("scope"), fields.object("scope", UsersResource.AREAS));
    fields.refuse();
    NewToken asked = new NewToken(description, scope, Duration.ofDays(days));
    List<Problem> problems = asked.check(caller.rights());
    if (!problems.isEmpty()) {
      throw ApiProblem.invalid(problems);
    }
    IssuedToken issued = tokens.create(asked, caller.actor());
    return Response.created(request.getAbsolutePathBuilder().path(issued.token().id()).build())
        .entity(JsonViews.object(IssuedTokenView.of(issued)))
        .build();
  }

  /** All that the user may do where nothing is said; nothing in an area that is not named. */
  private Rights scope(@Nullable JsonValue given, BodyFields levels) {
    if (given == null || JsonValue.NULL.equals(given)) {
      return caller.rights();
    }
    return new Rights(
        levels.choice("configuration", Level.class, Level.NONE),
        levels.choice("monitoring", Level.class, Level.NONE),
        levels.choice("diagnostics", Level.class, Level.NONE),
        levels.choice("administration", Level.class, Level.NONE));
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") String id) {
    Token token = tokens.token(id);
    if (token == null || !isVisible(token)) {
      throw ApiProblem.notFound("token", id);
    }
    return JsonViews.object(token);
  }

  @DELETE
  @Path("{id}")
  @Requires({Right.OWN_ACCOUNT, Right.ADMINISTER})
  public Response revoke(@PathParam("id") String id) {
    Token token = tokens.token(id);
    if (token == null || !mayRevoke(token)) {
      throw ApiProblem.notFound("token", id);
    }
    tokens.revoke(token, caller.actor());
    return Response.noContent().build();
  }

  private boolean isVisible(Token token) {
    return RightsFilter.has(user, Right.SEE_ADMINISTRATION)
        || token.userName().equals(caller.name());
  }

  private boolean mayRevoke(Token token) {
    return RightsFilter.has(user, Right.ADMINISTER)
        || (RightsFilter.has(user, Right.OWN_ACCOUNT) && token.userName().equals(caller.name()));
  }
}
