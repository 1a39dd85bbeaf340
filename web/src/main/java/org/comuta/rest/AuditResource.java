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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.comuta.description.Problem;
import org.comuta.identity.AuditBean;
import org.comuta.identity.AuditCsv;
import org.comuta.identity.AuditEntry;
import org.comuta.identity.AuditQuery;
import org.comuta.identity.Right;
import org.comuta.listing.Selection;

/** What was done, by whom and from where; the newest first. Nobody can change it. */
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Requires(Right.SEE_ADMINISTRATION)
public class AuditResource {
  static final Set<String> FILTERS =
      Set.of("user", "action", "kind", "object", "outcome", "from", "to");

  /**
   * How long entries are kept.
   *
   * @param days 0 for ever
   */
  record RetentionView(int days) {}

  @Inject private AuditBean audit;
  @Inject private Caller caller;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public AuditResource() {}

  @GET
  public JsonObject list(@Context UriInfo request) {
    ListQuery list = ListQuery.sorted(request, FILTERS, SortFields.of(AuditEntry.class));
    Selection query = AuditFilter.query(list.filters()).selection().in(list.order());
    List<JsonObject> entries =
        audit.page(query, list.offset(), list.size()).stream().map(JsonViews::object).toList();
    return Page.of(entries, audit.count(query), list);
  }

  /** All of them in a text file, RFC 4180. */
  @GET
  @Path("export")
  @Produces("text/csv")
  public Response export(@Context UriInfo request) {
    ListQuery list = ListQuery.from(request, FILTERS);
    AuditQuery query = AuditFilter.query(list.filters());
    StreamingOutput body =
        output -> {
          Writer writer = new OutputStreamWriter(output, StandardCharsets.UTF_8);
          AuditCsv.write(each -> audit.forEach(query, each), writer);
          writer.flush();
        };
    return Response.ok(body, "text/csv; charset=utf-8; header=present")
        .header("Content-Disposition", "attachment; filename=\"audit.csv\"")
        .build();
  }

  /** Computes the chain of hashes again. */
  @GET
  @Path("verification")
  public JsonObject verification(@Context UriInfo request) {
    ListQuery.only(request, Set.of());
    return JsonViews.object(audit.verify());
  }

  @GET
  @Path("retention")
  public JsonObject retention(@Context UriInfo request) {
    ListQuery.only(request, Set.of());
    return JsonViews.object(new RetentionView(audit.keptDays()));
  }

  @PUT
  @Path("retention")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Right.ADMINISTER)
  public JsonObject keep(JsonObject body) {
    BodyFields fields = new BodyFields(body, Set.of("days"));
    int days = (int) fields.number("days", 0, AuditBean.MOST_DAYS, null);
    fields.refuse();
    List<Problem> problems = audit.keep(days, caller.actor());
    if (!problems.isEmpty()) {
      throw ApiProblem.invalid(problems);
    }
    return JsonViews.object(new RetentionView(days));
  }
}
