package org.comuta.portal.delivery;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import org.comuta.operation.AuditedDeliveries;
import org.comuta.operation.DeliveryOperations;
import org.comuta.portal.table.WebhookDeliveriesTable;
import org.comuta.webhook.Delivery;

/** Deliveries to webhooks. */
@Named
@ViewScoped
public class WebhookDeliveriesPage extends DeliveriesPage<Delivery> {
  /** For the container. */
  public WebhookDeliveriesPage() {
    super(WebhookDeliveriesTable.ID);
  }

  @Override
  AuditedDeliveries among(DeliveryOperations operations) {
    return operations.webhooks();
  }

  @Override
  public String receiver(Delivery delivery) {
    return delivery.webhook();
  }
}
