package org.comuta.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.comuta.mail.MailCounts;
import org.comuta.webhook.WebhookCounts;
import org.junit.jupiter.api.Test;

class DeliveryMetricsTest {
  @Test
  void whatWaitsIsDroppedOrGivenUpIsToldOfEachWebhook() {
    Exposition metrics = new Exposition();
    WebhookMetrics.addTo(
        metrics, List.of(new WebhookCounts("crm", 4711, 10, 3), new WebhookCounts("noc", 0, 0, 0)));

    assertThat(metrics.toString())
        .contains(
            "comuta_webhook_events_dropped_total{webhook=\"crm\"} 4711",
            "comuta_webhook_events_dropped_total{webhook=\"noc\"} 0",
            "comuta_webhook_deliveries_waiting{webhook=\"crm\"} 10",
            "comuta_webhook_deliveries_dead{webhook=\"crm\"} 3");
  }

  @Test
  void whatWaitsIsDroppedOrGivenUpIsToldOfMail() {
    Exposition metrics = new Exposition();
    MailMetrics.addTo(metrics, new MailCounts(1, 2, 3, 4, 5, 6));

    assertThat(metrics.toString())
        .contains(
            "comuta_mails_sent_total 1",
            "comuta_mail_attempts_failed_total 2",
            "comuta_mail_events_given_up_total 3",
            "comuta_mail_events_dropped_total 4",
            "comuta_mail_events_waiting 5",
            "comuta_mail_events_dead 6");
  }
}
