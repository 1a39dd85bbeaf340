package org.comuta.monitoring;

import java.util.List;
import org.comuta.webhook.WebhookCounts;

/** Metrics of webhooks. */
final class WebhookMetrics {
  private static final String LABEL = "webhook";

  private WebhookMetrics() {}

  static void addTo(Exposition metrics, List<WebhookCounts> all) {
    for (WebhookCounts counts : all) {
      String name = counts.webhook();
      metrics
          .counter(
              "webhook_events_dropped_total",
              "Events dropped because too many waited, by webhook.",
              counts.dropped(),
              LABEL,
              name)
          .gauge(
              "webhook_deliveries_waiting",
              "Deliveries that wait, by webhook.",
              counts.waiting(),
              LABEL,
              name)
          .gauge(
              "webhook_deliveries_dead",
              "Deliveries given up and still kept, by webhook.",
              counts.dead(),
              LABEL,
              name);
    }
  }
}
