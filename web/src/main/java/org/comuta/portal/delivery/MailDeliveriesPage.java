package org.comuta.portal.delivery;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import org.comuta.mail.MailDelivery;
import org.comuta.operation.AuditedDeliveries;
import org.comuta.operation.DeliveryOperations;
import org.comuta.portal.table.MailDeliveriesTable;

/** Events that wait to be told by mail, and those given up. */
@Named
@ViewScoped
public class MailDeliveriesPage extends DeliveriesPage<MailDelivery> {
  /** For the container. */
  public MailDeliveriesPage() {
    super(MailDeliveriesTable.ID);
  }

  @Override
  AuditedDeliveries among(DeliveryOperations operations) {
    return operations.mail();
  }

  @Override
  public String receiver(MailDelivery delivery) {
    return delivery.notification();
  }
}
