package org.comuta.portal.delivery;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import org.comuta.delivery.Deliveries;
import org.comuta.mail.MailBean;
import org.comuta.mail.MailDelivery;
import org.comuta.operation.AuditedDeliveries;
import org.comuta.operation.DeliveryOperations;
import org.jspecify.annotations.Nullable;

/** Events that wait to be told by mail, and those given up. */
@Named
@ViewScoped
public class MailDeliveriesPage extends DeliveriesPage<MailDelivery> {
  @Inject private MailBean mail;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public MailDeliveriesPage() {}

  @Override
  Deliveries<MailDelivery> deliveries() {
    return mail.deliveries();
  }

  @Override
  AuditedDeliveries among(DeliveryOperations operations) {
    return operations.mail();
  }

  @Override
  String id(MailDelivery delivery) {
    return delivery.id();
  }

  @Override
  public String receiver(MailDelivery delivery) {
    return delivery.notification();
  }

  @Override
  public @Nullable Instant moment(MailDelivery delivery) {
    return delivery.deadAt();
  }
}
