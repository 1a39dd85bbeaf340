package org.comuta.monitoring;

import org.comuta.mail.MailCounts;

/** Metrics of notifications by mail. */
final class MailMetrics {
  private MailMetrics() {}

  static void addTo(Exposition metrics, MailCounts counts) {
    metrics
        .counter("mails_sent_total", "Mails that a server took.", counts.sent())
        .counter(
            "mail_attempts_failed_total",
            "Attempts after which a server had not taken a mail.",
            counts.failed())
        .counter("mail_events_given_up_total", "Events whose mail was given up.", counts.givenUp())
        .counter(
            "mail_events_dropped_total",
            "Events dropped because too many waited to be told by mail.",
            counts.dropped())
        .gauge("mail_events_waiting", "Events that wait to be told by mail.", counts.waiting())
        .gauge("mail_events_dead", "Events whose mail was given up, still kept.", counts.dead());
  }
}
