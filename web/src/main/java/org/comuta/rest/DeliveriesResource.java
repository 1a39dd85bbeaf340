package org.comuta.rest;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.comuta.delivery.Deliveries;
import org.comuta.delivery.DeliveryQuery;
import org.comuta.delivery.DeliveryState;
import org.comuta.identity.Right;
import org.comuta.operation.AuditedDeliveries;
import org.comuta.operation.DeliveryOperations;
import org.jspecify.annotations.Nullable;

/**
 * Events on their way to receivers of one kind, and those given up; the newest first.
 *
 * @param <D> one of them
 */
public abstract class DeliveriesResource<D extends Record> {
  /** How many were meant. */
  record CountView(int deliveries) {}

  @Inject private DeliveryOperations operations;
  @Inject private Caller caller;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  DeliveriesResource() {}

  abstract Deliveries<D> deliveries();

  abstract AuditedDeliveries among(DeliveryOperations operations);

  /** The word for what they are of. */
  abstract String receiver();

  static Set<String> filters(String receiver) {
    return Set.of(receiver, "state", "eventType");
  }

  @GET
  public JsonObject list(@Context UriInfo request) {
    ListQuery list = ListQuery.from(request, filters(receiver()));
    TypedFilters typed = new TypedFilters(list.filters());
    DeliveryQuery query =
        new DeliveryQuery(
            typed.text(receiver()),
            typed.word("state", DeliveryState.class),
            typed.text("eventType"));
    typed.refuse();
    List<JsonObject> found =
        deliveries().page(query, list.offset(), list.size()).stream()
            .map(JsonViews::object)
            .toList();
    return Page.of(found, deliveries().count(query), list);
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") String id) {
    D found = deliveries().find(id);
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
    if (!among(operations).redeliver(id, caller.actor())) {
      throw ApiProblem.notFound("delivery that was given up", id);
    }
    return Response.noContent().build();
  }

  @DELETE
  @Path("{id}")
  @Requires(Right.ADMINISTER)
  public Response delete(@PathParam("id") String id) {
    if (!among(operations).delete(id, caller.actor())) {
      throw ApiProblem.notFound("delivery", id);
    }
    return Response.noContent().build();
  }

  /** Sends all that were given up anew. */
  JsonObject redeliverAllOf(@Nullable String receiver, UriInfo request) {
    ListQuery.only(request, Set.of(receiver()));
    return JsonViews.object(
        new CountView(among(operations).redeliverAll(receiver, caller.actor())));
  }

  /** Deletes all that were given up. */
  JsonObject deleteDeadOf(@Nullable String receiver, UriInfo request) {
    ListQuery.only(request, Set.of(receiver()));
    return JsonViews.object(new CountView(among(operations).deleteDead(receiver, caller.actor())));
  }
}
