package org.comuta.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.comuta.cdr.CallRecordsBean;
import org.comuta.cdr.store.CallRecordPage;
import org.comuta.cdr.store.CallRecordQuery;
import org.comuta.cdr.store.InvalidQueryException;
import org.comuta.identity.Right;

/** Records of calls that have ended; the latest first unless {@code sort} says otherwise. */
@Path("cdrs")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Requires(Right.SEE_MONITORING)
public class CallRecordsResource {
  @Inject private CallRecordsBean records;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public CallRecordsResource() {}

  @GET
  public JsonObject list(@Context UriInfo request) {
    ListQuery query = ListQuery.from(request, CallRecordQuery.words());
    CallRecordPage page = records.page(parse(query), query.offset(), query.size());
    List<JsonObject> items =
        page.items().stream().map(CallRecordView::of).map(JsonViews::object).toList();
    return Page.of(items, page.total(), query);
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") String id) {
    return records
        .find(id)
        .map(CallRecordView::of)
        .map(JsonViews::object)
        .orElseThrow(() -> ApiProblem.notFound("call record", id));
  }

  private static CallRecordQuery parse(ListQuery query) {
    try {
      return CallRecordQuery.parse(query.filters());
    } catch (InvalidQueryException invalid) {
      ListQuery.refuse(invalid.problems());
      throw new IllegalStateException("A query without problems was refused", invalid);
    }
  }
}
