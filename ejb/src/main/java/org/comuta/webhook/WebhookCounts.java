package org.comuta.webhook;

/**
 * How a webhook fares.
 *
 * @param dropped events dropped since the start because too many waited
 * @param waiting deliveries that wait
 * @param dead deliveries that were given up and are still kept
 */
public record WebhookCounts(String webhook, int dropped, int waiting, int dead) {}
