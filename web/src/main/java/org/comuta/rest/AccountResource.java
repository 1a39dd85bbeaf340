package org.comuta.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.comuta.description.Problem;
import org.comuta.identity.Enrolment;
import org.comuta.identity.IdentityBean;
import org.comuta.identity.PasswordBean;
import org.comuta.identity.PasswordOutcome;
import org.comuta.identity.Right;
import org.comuta.identity.SecondFactorBean;
import org.comuta.identity.User;

/** The account of the one who asks. */
@Path("account")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Requires(Right.OWN_ACCOUNT)
public class AccountResource {
  private static final Set<String> PASSWORD_FIELDS = Set.of("currentPassword", "newPassword");

  @Inject private IdentityBean identity;
  @Inject private PasswordBean passwords;
  @Inject private SecondFactorBean secondFactors;
  @Inject private Caller caller;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public AccountResource() {}

  /** Changes the password of the one who asks; all sessions of the portal end. */
  @PUT
  @Path("password")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response changePassword(JsonObject body) {
    BodyFields fields = new BodyFields(body, PASSWORD_FIELDS);
    String current = fields.text("currentPassword");
    String next = fields.text("newPassword");
    fields.refuse();
    return switch (passwords.change(current, next, null, caller.actor())) {
      case PasswordOutcome.Changed ignored -> Response.noContent().build();
      case PasswordOutcome.WrongPassword ignored ->
          throw ApiProblem.invalid(
              List.of(
                  new Problem(
                      "currentPassword", "wrong", "currentPassword is not your password.")));
      case PasswordOutcome.Locked locked ->
          throw ApiProblem.of(
              429, "locked", "Too many requests", "Locked until " + locked.until() + ".");
      case PasswordOutcome.Busy ignored ->
          throw ApiProblem.unavailable("Too many sign-ins; try again.");
      case PasswordOutcome.DirectoryAway ignored ->
          throw ApiProblem.of(
              503, "directory-away", "Service unavailable", ApiProblem.DIRECTORY_AWAY);
      case PasswordOutcome.Invalid invalid -> throw ApiProblem.invalid(invalid.problems());
    };
  }

  /** What a second factor is confirmed with and, once, what it came to. */
  record RecoveryCodesView(List<String> recoveryCodes) {}

  /** Proposes a second factor; it counts once it is confirmed. */
  @POST
  @Path("second-factor")
  public JsonObject proposeSecondFactor() {
    Enrolment enrolment = secondFactors.propose(caller.actor());
    if (enrolment == null) {
      throw ApiProblem.conflict("second-factor", "You have a second factor already.");
    }
    return JsonViews.object(enrolment);
  }

  /** Confirms it with its code of now; from then on a program needs a token. */
  @POST
  @Path("second-factor/confirmation")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject confirmSecondFactor(JsonObject body) {
    BodyFields fields = new BodyFields(body, Set.of("code"));
    String code = fields.text("code");
    fields.refuse();
    List<String> recoveryCodes = secondFactors.confirm(code, caller.actor());
    if (recoveryCodes == null) {
      throw ApiProblem.invalid(
          List.of(new Problem("code", "wrong", "code is not the one that the app shows now.")));
    }
    return JsonViews.object(new RecoveryCodesView(recoveryCodes));
  }

  @GET
  public JsonObject get(@Context UriInfo request) {
    ListQuery.only(request, Set.of());
    User user = identity.user(caller.name());
    if (user == null) {
      throw ApiProblem.notFound("user", caller.name());
    }
    return JsonViews.object(UserView.of(user));
  }
}
