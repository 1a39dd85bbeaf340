package org.comuta.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.comuta.access.AccessBean;
import org.comuta.access.AccessLists;
import org.comuta.access.AccessMatcher;
import org.comuta.access.AccessOutcome;
import org.comuta.access.AccessRule;
import org.comuta.access.AccessRules;
import org.comuta.access.AccessRulesJson;
import org.comuta.access.AccessState;
import org.comuta.access.Action;
import org.comuta.access.Service;
import org.comuta.access.Trial;
import org.comuta.description.Problem;
import org.comuta.identity.Right;
import org.comuta.network.Addresses;
import org.jspecify.annotations.Nullable;

/** Who is let in: immediate, on trial until it is confirmed, audited. */
@Path("access-lists")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Requires(Right.SEE_ADMINISTRATION)
public class AccessListsResource {
  static final Set<String> REFUSED_FILTERS = Set.of("address", "service");

  /** What is in effect, and whether it waits for confirmation. */
  record AccessListsView(
      List<AccessRule> rules,
      Action defaultAction,
      long change,
      boolean onTrial,
      @Nullable Instant confirmUntil,
      @Nullable AccessRules confirmed) {
    static AccessListsView of(AccessState state) {
      Trial trial = state.trial();
      AccessRules inEffect = trial == null ? state.confirmed() : trial.rules();
      return new AccessListsView(
          inEffect.rules(),
          inEffect.defaultAction(),
          state.change(),
          trial != null,
          trial == null ? null : trial.until(),
          trial == null ? null : state.confirmed());
    }
  }

  /** How an address is judged; the rule counts from 0. */
  record VerdictView(
      String address,
      Service service,
      Action action,
      @Nullable Integer rule,
      boolean neverRefused) {}

  private static final Set<String> ONLY_ANSWERED =
      Set.of("change", "onTrial", "confirmUntil", "confirmed");

  @Inject private AccessBean access;
  @Inject private AccessLists lists;
  @Inject private Caller caller;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public AccessListsResource() {}

  @GET
  public Response get(@Context UriInfo request) {
    ListQuery.only(request, Set.of());
    return answer(access.state());
  }

  /** Replaces the rules; what the answer to GET has beside them is passed over. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Right.ADMINISTER)
  public Response put(JsonObject body, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String tag) {
    List<Problem> problems = new ArrayList<>();
    JsonObjectBuilder rulesOnly = Json.createObjectBuilder(body);
    ONLY_ANSWERED.forEach(rulesOnly::remove);
    AccessRules rules = AccessRulesJson.read(rulesOnly.build(), problems);
    if (!problems.isEmpty()) {
      throw ApiProblem.invalid(problems);
    }
    return answer(access.change(rules, expected(tag), caller.actor()));
  }

  /** Makes what is on trial hold: a request that comes in under the new rules. */
  @POST
  @Path("confirmation")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Right.ADMINISTER)
  public Response confirm(JsonObject body) {
    BodyFields fields = new BodyFields(body, Set.of("change"));
    long change = fields.number("change", 0, Long.MAX_VALUE, null);
    fields.refuse();
    return answer(access.confirm(change, caller.actor()));
  }

  /** Takes back what is on trial before its time. */
  @DELETE
  @Path("trial")
  @Requires(Right.ADMINISTER)
  public Response takeBack() {
    return answer(access.takeBack(caller.actor()));
  }

  /** Whether an address would be let in. */
  @GET
  @Path("verdict")
  public JsonObject verdict(@Context UriInfo request) {
    ListQuery.only(request, Set.of("address", "service"));
    JsonObjectBuilder given = Json.createObjectBuilder();
    request.getQueryParameters().forEach((name, values) -> given.add(name, values.getFirst()));
    BodyFields fields = new BodyFields(given.build(), Set.of("address", "service"));
    String address = fields.text("address");
    Service service =
        Objects.requireNonNullElse(fields.choice("service", Service.class), Service.PORTAL);
    if (!Addresses.isAddress(address)) {
      fields.add(List.of(new Problem("address", "syntax", "address must be an IP address.")));
    }
    fields.refuse();
    AccessMatcher.Verdict verdict = lists.decide(service, InetAddress.ofLiteral(address));
    return JsonViews.object(
        new VerdictView(address, service, verdict.action(), verdict.rule(), verdict.loopback()));
  }

  /** Who was refused, the latest first. */
  @GET
  @Path("refused")
  public JsonObject refused(@Context UriInfo request) {
    ListQuery query = ListQuery.from(request, REFUSED_FILTERS);
    List<JsonObject> found =
        lists.refused().latest().stream()
            .map(JsonViews::object)
            .filter(source -> FieldFilter.matches(source, query.filters()))
            .toList();
    return Page.cut(found, query);
  }

  private static @Nullable Long expected(@Nullable String tag) {
    if (tag == null || tag.equals("*")) {
      return null;
    }
    if (!tag.matches("\"[0-9]{1,18}\"")) {
      throw ApiProblem.badRequest("header", "If-Match must be one ETag as it was answered, or *.");
    }
    return Long.valueOf(tag.substring(1, tag.length() - 1));
  }

  private static Response answer(AccessOutcome outcome) {
    return switch (outcome) {
      case AccessOutcome.Done done -> answer(done.state());
      case AccessOutcome.Invalid invalid -> throw ApiProblem.invalid(invalid.problems());
      case AccessOutcome.Stale stale ->
          throw ApiProblem.with(
              412,
              "stale",
              "Precondition failed",
              "The access lists were changed or taken back meanwhile.",
              "change",
              Json.createValue(stale.state().change()));
      case AccessOutcome.NothingOnTrial ignored ->
          throw ApiProblem.conflict("nothing-on-trial", "Nothing waits for confirmation.");
    };
  }

  private static Response answer(AccessState state) {
    return Response.ok(JsonViews.object(AccessListsView.of(state)))
        .tag(String.valueOf(state.change()))
        .build();
  }
}
