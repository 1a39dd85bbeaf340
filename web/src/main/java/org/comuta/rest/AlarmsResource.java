package org.comuta.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.comuta.alarm.AlarmQuery;
import org.comuta.alarm.AlarmTexts;
import org.comuta.alarm.AlarmsBean;
import org.comuta.alarm.Condition;
import org.comuta.alarm.ProbableCause;
import org.comuta.alarm.Severity;
import org.comuta.description.Problem;
import org.comuta.identity.Right;
import org.comuta.operation.AlarmOperations;

/** What is wrong now, the worst first, and what was. */
@Path("alarms")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Requires(Right.SEE_MONITORING)
public class AlarmsResource {
  static final Set<String> FILTERS = Set.of("condition", "severity", "object", "acknowledgedBy");
  static final Set<String> PAST_FILTERS = Set.of("condition", "severity", "object", "from", "to");
  static final Set<String> CONDITION_FILTERS = Set.of("severity", "probableCause");
  private static final int LONGEST_COMMENT = 1_000;

  /**
   * Something an alarm can be about, in the language that was asked for.
   *
   * @param name in some words
   * @param help what it means and what to do
   */
  record ConditionView(
      Condition condition,
      String name,
      Severity severity,
      ProbableCause probableCause,
      String help) {}

  /** What to say of an alarm. */
  record AcknowledgementBody(String comment) {}

  /**
   * How long alarms of the past are kept.
   *
   * @param days 0 for ever
   */
  record AlarmRetentionView(int days) {}

  @Inject private AlarmsBean alarms;
  @Inject private AlarmOperations operations;
  @Inject private Caller caller;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public AlarmsResource() {}

  @GET
  public JsonObject list(@Context UriInfo request) {
    ListQuery query = active(request.getQueryParameters());
    List<JsonObject> found =
        alarms.active().stream()
            .map(JsonViews::object)
            .filter(alarm -> FieldFilter.matches(alarm, query.filters()))
            .toList();
    return Page.cut(found, query);
  }

  /** What active alarms are asked for. */
  static ListQuery active(MultivaluedMap<String, String> parameters) {
    ListQuery query = ListQuery.from(parameters, FILTERS);
    TypedFilters typed = new TypedFilters(query.filters());
    typed.word("condition", Condition.class);
    typed.word("severity", Severity.class);
    typed.refuse();
    return query;
  }

  @GET
  @Path("history")
  public JsonObject history(@Context UriInfo request) {
    ListQuery list = ListQuery.from(request, PAST_FILTERS);
    TypedFilters typed = new TypedFilters(list.filters());
    AlarmQuery query =
        new AlarmQuery(
            typed.word("condition", Condition.class),
            typed.word("severity", Severity.class),
            typed.text("object"),
            typed.moment("from"),
            typed.moment("to"));
    typed.refuse();
    List<JsonObject> found =
        alarms.history(query, list.offset(), list.size()).stream().map(JsonViews::object).toList();
    return Page.of(found, alarms.count(query), list);
  }

  /** Everything that an alarm can be about. */
  @GET
  @Path("conditions")
  public JsonObject conditions(@Context UriInfo request, @Context HttpHeaders headers) {
    ListQuery query = ListQuery.from(request, CONDITION_FILTERS);
    TypedFilters typed = new TypedFilters(query.filters());
    typed.word("severity", Severity.class);
    typed.word("probableCause", ProbableCause.class);
    typed.refuse();
    Locale locale = DescriptionView.locale(headers.getAcceptableLanguages());
    AlarmTexts texts = AlarmTexts.in(locale);
    List<JsonObject> found =
        Stream.of(Condition.values())
            .map(
                condition ->
                    new ConditionView(
                        condition,
                        texts.name(condition),
                        condition.severity(),
                        condition.probableCause(),
                        texts.help(condition)))
            .map(JsonViews::object)
            .filter(condition -> FieldFilter.matches(condition, query.filters()))
            .toList();
    return Page.cut(found, query);
  }

  /** Notes that the user takes care of it. */
  @PUT
  @Path("{id}/acknowledgement")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Right.OPERATE)
  public JsonObject acknowledge(@PathParam("id") String id, JsonObject body) {
    BodyFields fields = new BodyFields(body, Set.of("comment"));
    String comment = fields.text("comment", "");
    if (comment.length() > LONGEST_COMMENT) {
      String message = "comment must have at most " + LONGEST_COMMENT + " characters.";
      fields.add(List.of(new Problem("comment", "length", message)));
    }
    fields.refuse();
    return operations
        .acknowledge(id, comment, caller.actor())
        .map(JsonViews::object)
        .orElseThrow(() -> ApiProblem.notFound("active alarm", id));
  }

  @GET
  @Path("retention")
  public JsonObject retention(@Context UriInfo request) {
    ListQuery.only(request, Set.of());
    return JsonViews.object(new AlarmRetentionView(alarms.keptDays()));
  }

  @PUT
  @Path("retention")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Right.ADMINISTER)
  public JsonObject keep(JsonObject body) {
    BodyFields fields = new BodyFields(body, Set.of("days"));
    int days = (int) fields.number("days", 0, AlarmsBean.MOST_DAYS, null);
    fields.refuse();
    List<Problem> problems = operations.keep(days, caller.actor());
    if (!problems.isEmpty()) {
      throw ApiProblem.invalid(problems);
    }
    return JsonViews.object(new AlarmRetentionView(days));
  }
}
