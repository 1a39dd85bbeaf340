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
import org.comuta.edge.SipEdge;
import org.comuta.exchange.Exchange;
import org.comuta.identity.Right;
import org.comuta.interfaces.SipPort;

/** Where SIP is listening now; to be read only. */
@Path("listening-points")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Requires(Right.SEE_MONITORING)
public class ListeningPointsResource {
  static final Set<String> FILTERS = Set.of("transport", "address", "port");

  @Inject private Exchange exchange;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public ListeningPointsResource() {}

  @GET
  public JsonObject list(@Context UriInfo request) {
    ListQuery query = ListQuery.sorted(request, FILTERS, SortFields.of(SipPort.class));
    List<JsonObject> points =
        exchange.edges().sip().map(SipEdge::listeningPoints).orElse(List.of()).stream()
            .map(JsonViews::object)
            .toList();
    return Page.selected(points, query);
  }
}
