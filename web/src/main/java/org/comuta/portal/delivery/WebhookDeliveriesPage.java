package org.comuta.portal.delivery;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import org.comuta.delivery.Deliveries;
import org.comuta.operation.AuditedDeliveries;
import org.comuta.operation.DeliveryOperations;
import org.comuta.webhook.Delivery;
import org.comuta.webhook.WebhooksBean;
import org.jspecify.annotations.Nullable;

/** Deliveries to webhooks. */
@Named
@ViewScoped
public class WebhookDeliveriesPage extends DeliveriesPage<Delivery> {
  @Inject private WebhooksBean webhooks;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public WebhookDeliveriesPage() {}

  @Override
  Deliveries<Delivery> deliveries() {
    return webhooks.deliveries();
  }

  @Override
  AuditedDeliveries among(DeliveryOperations operations) {
    return operations.webhooks();
  }

  @Override
  String id(Delivery delivery) {
    return delivery.id();
  }

  @Override
  public String receiver(Delivery delivery) {
    return delivery.webhook();
  }

  @Override
  public @Nullable Instant moment(Delivery delivery) {
    return delivery.nextAt() == null ? delivery.deadAt() : delivery.nextAt();
  }
}
