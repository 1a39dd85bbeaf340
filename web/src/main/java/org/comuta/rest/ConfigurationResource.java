package org.comuta.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.comuta.configuration.Application;
import org.comuta.configuration.ConfigurationBean;
import org.comuta.configuration.ConfigurationStatus;
import org.comuta.configuration.Diff;
import org.comuta.configuration.Edit;
import org.comuta.configuration.Listing;
import org.comuta.configuration.Revision;
import org.comuta.description.Catalogue;
import org.comuta.description.Problem;
import org.comuta.identity.Right;
import org.comuta.listing.Selection;
import org.comuta.operation.ConfigurationOperations;
import org.comuta.operation.LiveCallOperations;
import org.comuta.rest.ConfigurationViews.AppliedView;
import org.comuta.rest.ConfigurationViews.DiffView;
import org.comuta.rest.ConfigurationViews.PendingView;
import org.comuta.rest.ConfigurationViews.RevisionView;
import org.comuta.rest.ConfigurationViews.StatusView;
import org.jspecify.annotations.Nullable;

/** The configuration as a whole: its revisions, what differs, apply and restore. */
@Path("configuration")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Requires(Right.SEE_CONFIGURATION)
public class ConfigurationResource {
  @Inject private Catalogue catalogue;
  @Inject private ConfigurationBean configuration;
  @Inject private ConfigurationOperations operations;
  @Inject private LiveCallOperations calls;
  @Inject private Caller caller;
  @Context private UriInfo request;
  @Context private HttpHeaders headers;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public ConfigurationResource() {}

  /** Which revisions are saved and live; the entity tag is the last one saved. */
  @GET
  public Response status() {
    ListQuery.only(request, Set.of());
    ConfigurationStatus status = configuration.status();
    return Response.ok(JsonViews.object(StatusView.of(status, calls.byRevision())))
        .tag(String.valueOf(status.latestRevision()))
        .build();
  }

  @GET
  @Path("revisions")
  public JsonObject revisions() {
    ListQuery query = ListQuery.sorted(request, Set.of(), SortFields.of(Revision.class));
    Listing<Revision> found =
        configuration.revisions(Selection.ALL.in(query.order()), query.offset(), query.size());
    return Page.of(found.items().stream().map(JsonViews::object).toList(), found.total(), query);
  }

  @GET
  @Path("revisions/{number: [0-9]{1,18}}")
  public JsonObject revision(@PathParam("number") long number) {
    ListQuery query = ListQuery.from(request, DiffView.FILTERS);
    return JsonViews.object(RevisionView.of(configuration.revision(number), query));
  }

  /** What was made live, when and by whom. */
  @GET
  @Path("applications")
  public JsonObject applications() {
    ListQuery query = ListQuery.from(request, Set.of());
    Listing<Application> found = configuration.applications(query.offset(), query.size());
    return Page.of(found.items().stream().map(JsonViews::object).toList(), found.total(), query);
  }

  /** What apply would change, and who saved it. */
  @GET
  @Path("pending")
  public JsonObject pending() {
    ListQuery query = ListQuery.from(request, DiffView.FILTERS);
    List<JsonObject> objects =
        configuration.pendingObjects().stream()
            .map(PendingView::of)
            .map(JsonViews::object)
            .filter(object -> FieldFilter.matches(object, query.filters()))
            .toList();
    return Page.cut(objects, query);
  }

  /** Between two revisions; without them, what apply would change. */
  @GET
  @Path("diff")
  public JsonObject diff(@QueryParam("from") String from, @QueryParam("to") String to) {
    Set<String> parameters = new HashSet<>(DiffView.FILTERS);
    parameters.addAll(Set.of("from", "to"));
    ListQuery query = ListQuery.from(request, parameters);
    return JsonViews.object(DiffView.of(difference(from, to), query));
  }

  private Diff difference(@Nullable String from, @Nullable String to) {
    if (from == null && to == null) {
      return configuration.pending();
    }
    ConfigurationStatus status = configuration.status();
    return configuration.diff(
        number("from", from, status.appliedRevision()), number("to", to, status.latestRevision()));
  }

  /** Makes everything that was saved live; answers when new calls run on it. */
  @POST
  @Path("apply")
  @Requires(Right.CONFIGURE)
  public JsonObject apply(
      @QueryParam("comment") String comment, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    ListQuery.only(request, Set.of("comment"));
    Edit edit = EditRequest.read(caller.editor(), comment, ifMatch, null);
    return JsonViews.object(AppliedView.of(operations.apply(edit)));
  }

  /** Saves a new revision that is as an old one was; apply makes it live. */
  @POST
  @Path("restore")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Right.CONFIGURE)
  public JsonObject restore(JsonObject body, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    ListQuery.only(request, Set.of());
    BodyFields fields = new BodyFields(body, Set.of("revision", "comment"));
    long revision = fields.number("revision", 0, Long.MAX_VALUE, null);
    String comment = fields.text("comment", "");
    fields.refuse();
    Edit edit = EditRequest.read(caller.editor(), comment, ifMatch, null);
    return JsonViews.object(operations.restore(revision, edit));
  }

  /** All kinds and their fields, with help in the language asked for. */
  @GET
  @Path("descriptions")
  public Response descriptions() {
    ListQuery query = ListQuery.from(request, Set.of("kind", "path"));
    Locale locale = DescriptionView.locale(headers.getAcceptableLanguages());
    List<JsonObject> kinds =
        catalogue.kinds().stream()
            .map(kind -> DescriptionView.of(kind.description(), locale))
            .filter(kind -> FieldFilter.matches(kind, query.filters()))
            .toList();
    return Response.ok(Page.cut(kinds, query)).language(locale).build();
  }

  private static long number(String name, @Nullable String value, long otherwise) {
    if (value == null) {
      return otherwise;
    }
    if (!value.matches("[0-9]{1,18}")) {
      throw ApiProblem.badRequest(
          "query", List.of(new Problem(name, "type", name + " must be the number of a revision.")));
    }
    return Long.parseLong(value);
  }
}
