package org.comuta.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.comuta.identity.Right;
import org.comuta.operation.DeliveryOperations;
import org.comuta.webhook.Delivery;
import org.comuta.webhook.DeliveryQuery;
import org.comuta.webhook.WebhooksBean;
import org.jspecify.annotations.Nullable;

/** Events on their way to webhooks, and those given up; the newest first. */
@Path("webhook-deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Requires(Right.SEE_ADMINISTRATION)
public class WebhookDeliveriesResource {
  static final Set<String> FILTERS = Set.of("webhook", "state", "eventType");

  /** How many were meant. */
  record CountView(int deliveries) {}

  @Inject private WebhooksBean webhooks;
  @Inject private DeliveryOperations operations;
  @Inject private Caller caller;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public WebhookDeliveriesResource() {}

  @GET
  public JsonObject list(@Context UriInfo request) {
    ListQuery list = ListQuery.from(request, FILTERS);
    TypedFilters typed = new TypedFilters(list.filters());
    DeliveryQuery query =
        new DeliveryQuery(
            typed.text("webhook"),
            typed.word("state", Delivery.State.class),
            typed.text("eventType"));
    typed.refuse();
    List<JsonObject> found =
        webhooks.page(query, list.offset(), list.size()).stream().map(JsonViews::object).toList();
    return Page.of(found, webhooks.count(query), list);
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") String id) {
    Delivery found = webhooks.find(id);
    if (found == null) {
      throw ApiProblem.notFound("delivery", id);
    }
    return JsonViews.object(found);
  }

  /** Sends one that was given up anew. */
  @POST
  @Path("{id}/redelivery")
  @Requires(Right.ADMINISTER)
  public Response redeliver(@PathParam("id") String id) {
    if (!operations.redeliver(id, caller.actor())) {
      throw ApiProblem.notFound("delivery that was given up", id);
    }
    return Response.noContent().build();
  }

  /** Sends all that were given up anew. */
  @POST
  @Path("redelivery")
  @Requires(Right.ADMINISTER)
  public JsonObject redeliverAll(
      @Context UriInfo request, @QueryParam("webhook") @Nullable String webhook) {
    ListQuery.only(request, Set.of("webhook"));
    return JsonViews.object(new CountView(operations.redeliverAll(webhook, caller.actor())));
  }

  @DELETE
  @Path("{id}")
  @Requires(Right.ADMINISTER)
  public Response delete(@PathParam("id") String id) {
    if (!operations.delete(id, caller.actor())) {
      throw ApiProblem.notFound("delivery", id);
    }
    return Response.noContent().build();
  }

  /** Deletes all that were given up. */
  @DELETE
  @Requires(Right.ADMINISTER)
  public JsonObject deleteDead(
      @Context UriInfo request, @QueryParam("webhook") @Nullable String webhook) {
    ListQuery.only(request, Set.of("webhook"));
    return JsonViews.object(new CountView(operations.deleteDead(webhook, caller.actor())));
  }
}
