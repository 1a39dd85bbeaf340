package org.comuta.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comuta.description.Problem;
import org.comuta.identity.Right;
import org.comuta.identity.Role;
import org.comuta.identity.SignInPolicy;
import org.comuta.identity.SignInPolicyBean;

/** The rules of sign-in: immediate and audited, not part of the configuration. */
@Path("sign-in-policy")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Requires(Right.SEE_ADMINISTRATION)
public class SignInPolicyResource {
  private static final Set<String> FIELDS =
      Stream.concat(
              Arrays.stream(SignInPolicy.Amount.values()).map(SignInPolicy.Amount::field),
              Stream.of("secondFactorFor"))
          .collect(Collectors.toUnmodifiableSet());

  @Inject private SignInPolicyBean signIn;
  @Inject private Caller caller;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public SignInPolicyResource() {}

  @GET
  public JsonObject get(@Context UriInfo request) {
    ListQuery.only(request, Set.of());
    return JsonViews.object(signIn.policy());
  }

  /** Replaces the rules; what is not given becomes what is shipped. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Right.ADMINISTER)
  public JsonObject put(JsonObject body) {
    BodyFields fields = new BodyFields(body, FIELDS);
    Map<SignInPolicy.Amount, Long> amounts = new EnumMap<>(SignInPolicy.Amount.class);
    for (SignInPolicy.Amount amount : SignInPolicy.Amount.values()) {
      amounts.put(
          amount, fields.number(amount.field(), amount.least(), amount.most(), amount.otherwise()));
    }
    Set<Role> secondFactorFor = fields.choices("secondFactorFor", Role.class);
    fields.refuse();
    SignInPolicy policy = SignInPolicy.of(amounts::get).withSecondFactorFor(secondFactorFor);
    List<Problem> problems = signIn.save(policy, caller.actor());
    if (!problems.isEmpty()) {
      throw ApiProblem.invalid(problems);
    }
    return JsonViews.object(policy);
  }
}
