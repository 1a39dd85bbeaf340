package org.comuta.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.comuta.delivery.Deliveries;
import org.comuta.identity.Right;
import org.comuta.operation.AuditedDeliveries;
import org.comuta.operation.DeliveryOperations;
import org.comuta.webhook.Delivery;
import org.comuta.webhook.WebhooksBean;
import org.jspecify.annotations.Nullable;

/** Events on their way to webhooks, and those given up; the newest first. */
@Path("webhook-deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Requires(Right.SEE_ADMINISTRATION)
public class WebhookDeliveriesResource extends DeliveriesResource<Delivery> {
  private static final String RECEIVER = "webhook";
  static final Set<String> FILTERS = filters(RECEIVER);

  @Inject private WebhooksBean webhooks;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public WebhookDeliveriesResource() {}

  @Override
  Deliveries<Delivery> deliveries() {
    return webhooks.deliveries();
  }

  @Override
  AuditedDeliveries among(DeliveryOperations operations) {
    return operations.webhooks();
  }

  @Override
  String receiver() {
    return RECEIVER;
  }

  /** Sends all that were given up anew. */
  @POST
  @Path("redelivery")
  @Requires(Right.ADMINISTER)
  public JsonObject redeliverAll(
      @Context UriInfo request, @QueryParam(RECEIVER) @Nullable String webhook) {
    return redeliverAllOf(webhook, request);
  }

  /** Deletes all that were given up. */
  @DELETE
  @Requires(Right.ADMINISTER)
  public JsonObject deleteDead(
      @Context UriInfo request, @QueryParam(RECEIVER) @Nullable String webhook) {
    return deleteDeadOf(webhook, request);
  }
}
