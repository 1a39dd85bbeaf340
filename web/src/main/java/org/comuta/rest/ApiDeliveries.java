package org.comuta.rest;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.comuta.mail.MailDelivery;
import org.comuta.webhook.Delivery;

/** Events on their way to others, and those given up, in the OpenAPI document. */
final class ApiDeliveries {
  /** What operations take and give, by method and path. */
  static final Map<String, Exchanged> OPERATIONS = operations();

  private ApiDeliveries() {}

  private static Map<String, Exchanged> operations() {
    Map<String, Exchanged> operations = new HashMap<>();
    add(
        operations,
        "webhook-deliveries",
        "Events on their way to webhooks, and those given up",
        "the webhook in webhook",
        Delivery.class,
        WebhookDeliveriesResource.FILTERS);
    add(
        operations,
        "mail-deliveries",
        "Events that wait to be told by mail, and those given up",
        "the notification in notification",
        MailDelivery.class,
        MailDeliveriesResource.FILTERS);
    return Map.copyOf(operations);
  }

  private static void add(
      Map<String, Exchanged> operations,
      String path,
      String summary,
      String receiver,
      Class<? extends Record> delivery,
      Set<String> filters) {
    Class<? extends Record> count = DeliveriesResource.CountView.class;
    operations.put("GET " + path, Exchanged.list(summary, delivery, filters));
    operations.put("GET " + path + "/{id}", Exchanged.one("A delivery", delivery));
    operations.put(
        "POST " + path + "/redelivery",
        Exchanged.one("Send all that were given up anew, of " + receiver + " or of all", count));
    operations.put(
        "DELETE " + path,
        Exchanged.one("Delete all that were given up, of " + receiver + " or of all", count));
    operations.put("DELETE " + path + "/{id}", Exchanged.done("Delete a delivery"));
    operations.put(
        "POST " + path + "/{id}/redelivery",
        Exchanged.done("Send a delivery that was given up anew"));
  }
}
