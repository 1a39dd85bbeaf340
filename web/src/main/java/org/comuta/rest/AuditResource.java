package org.comuta.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.comuta.identity.AuditBean;
import org.comuta.identity.Right;

/** What was done, by whom and from where; the newest first. */
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Requires(Right.ADMINISTER)
public class AuditResource {
  @Inject private AuditBean audit;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public AuditResource() {}

  @GET
  public JsonObject list(@Context UriInfo request) {
    ListQuery query = ListQuery.from(request, Set.of());
    List<JsonObject> entries =
        audit.page(query.offset(), query.size()).stream().map(JsonViews::object).toList();
    return Page.of(entries, audit.size(), query);
  }
}
