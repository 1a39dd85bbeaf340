package org.comuta.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.comuta.identity.AuditBean;
import org.comuta.mail.MailBean;
import org.comuta.webhook.WebhooksBean;

/** What people do with deliveries. Any thread. */
@ApplicationScoped
public class DeliveryOperations {
  @Inject private WebhooksBean webhooks;
  @Inject private MailBean mail;
  @Inject private AuditBean audit;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public DeliveryOperations() {}

  /** With those to webhooks. */
  public AuditedDeliveries webhooks() {
    return new AuditedDeliveries(webhooks.deliveries(), "webhook", audit);
  }

  /** With those by mail. */
  public AuditedDeliveries mail() {
    return new AuditedDeliveries(mail.deliveries(), "mail-notification", audit);
  }
}
