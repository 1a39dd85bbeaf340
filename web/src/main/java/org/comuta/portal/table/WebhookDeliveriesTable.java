package org.comuta.portal.table;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.comuta.delivery.Deliveries;
import org.comuta.webhook.Delivery;
import org.comuta.webhook.WebhooksBean;

/** Deliveries to webhooks. */
@ApplicationScoped
public class WebhookDeliveriesTable extends DeliveriesTable<Delivery> {
  /** Its name, the name of its page. */
  public static final String ID = "webhook-deliveries";

  @Inject private WebhooksBean webhooks;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public WebhookDeliveriesTable() {
    super(
        new Fields<>(
            Delivery::id,
            Delivery::state,
            Delivery::webhook,
            Delivery::eventType,
            Delivery::createdAt,
            Delivery::attempts,
            Delivery::deadAt,
            Delivery::lastError));
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  Deliveries<Delivery> deliveries() {
    return webhooks.deliveries();
  }

  @Override
  List<Column<Delivery>> more(Words words) {
    return List.of(
        Column.of(words, "nextAt", "delivery.next", Filter.MOMENT, Delivery::nextAt),
        Column.<Delivery>of(
                words, "lastStatus", "delivery.lastStatus", Filter.NUMBER, Delivery::lastStatus)
            .width(Column.Width.SMALL),
        Column.of(words, "eventId", "delivery.eventId", Filter.TEXT, Delivery::eventId));
  }

  @Override
  public List<String> standardColumns() {
    return List.of(
        "state", "receiver", "eventType", "createdAt", "attempts", "nextAt", "lastError");
  }
}
