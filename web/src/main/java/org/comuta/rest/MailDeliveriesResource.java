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
import org.comuta.mail.MailBean;
import org.comuta.mail.MailDelivery;
import org.comuta.operation.AuditedDeliveries;
import org.comuta.operation.DeliveryOperations;
import org.jspecify.annotations.Nullable;

/** Events that wait to be told by mail, and those given up; the newest first. */
@Path("mail-deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Requires(Right.SEE_ADMINISTRATION)
public class MailDeliveriesResource extends DeliveriesResource<MailDelivery> {
  private static final String RECEIVER = "notification";
  static final Set<String> FILTERS = filters(RECEIVER);

  @Inject private MailBean mail;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public MailDeliveriesResource() {}

  @Override
  Deliveries<MailDelivery> deliveries() {
    return mail.deliveries();
  }

  @Override
  AuditedDeliveries among(DeliveryOperations operations) {
    return operations.mail();
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
      @Context UriInfo request, @QueryParam(RECEIVER) @Nullable String notification) {
    return redeliverAllOf(notification, request);
  }

  /** Deletes all that were given up. */
  @DELETE
  @Requires(Right.ADMINISTER)
  public JsonObject deleteDead(
      @Context UriInfo request, @QueryParam(RECEIVER) @Nullable String notification) {
    return deleteDeadOf(notification, request);
  }
}
