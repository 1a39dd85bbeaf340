package org.comuta.mail;

import jakarta.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.comuta.alarm.Severity;

/** Writes mails of events in the language of a notification. Any thread. */
final class MailWriter {
  /** Most events that a mail tells in full; of those beyond it tells how many. */
  static final int MOST_TOLD = 100;

  private final MailTexts texts;
  private final MailNotification notification;

  MailWriter(MailNotification notification) {
    this.notification = notification;
    texts = new MailTexts(notification.language());
  }

  /** A mail of one event, or of several that were gathered; in their order. */
  Mail write(List<JsonObject> events) {
    List<EventText> told =
        events.stream().map(event -> new EventText(event, texts, notification.zone())).toList();
    return told.size() == 1 ? single(told.getFirst()) : digest(told);
  }

  private Mail single(EventText event) {
    StringBuilder text = new StringBuilder(event.headline()).append("\n\n");
    tell(text, event);
    return mail(event.headline(), text);
  }

  private Mail digest(List<EventText> events) {
    String count = String.valueOf(events.size());
    Optional<Severity> worst =
        events.stream()
            .filter(event -> event.type().equals("alarm.raised"))
            .flatMap(event -> event.severity().stream())
            .min(Comparator.naturalOrder());
    String subject =
        worst
            .map(severity -> texts.text("digest.subject.worst", count, texts.severity(severity)))
            .orElseGet(() -> texts.text("digest.subject", count));
    StringBuilder text =
        new StringBuilder(
                texts.text(
                    "digest.between", count, events.getFirst().time(), events.getLast().time()))
            .append("\n\n");
    counts(events)
        .forEach(
            (line, times) ->
                text.append("  ").append(times).append(" x ").append(line).append('\n'));
    for (EventText event : events.subList(0, Math.min(MOST_TOLD, events.size()))) {
      text.append("\n").append(event.time()).append("  ").append(event.headline()).append('\n');
      event.lines().forEach(line -> text.append("  ").append(line).append('\n'));
    }
    if (events.size() > MOST_TOLD) {
      text.append('\n')
          .append(texts.text("digest.more", String.valueOf(events.size() - MOST_TOLD)))
          .append('\n');
    }
    return mail(subject, text);
  }

  /** How often what happened, the types in their order. */
  private Map<String, Integer> counts(List<EventText> events) {
    Map<String, Integer> counts = new TreeMap<>();
    events.forEach(event -> counts.merge(texts.event(event.type()), 1, Integer::sum));
    return counts;
  }

  private void tell(StringBuilder text, EventText event) {
    event.lines().forEach(line -> text.append(line).append('\n'));
    if (!event.advice().isEmpty()) {
      text.append('\n').append(event.advice()).append('\n');
    }
  }

  private Mail mail(String subject, StringBuilder text) {
    text.append("\n-- \n").append(texts.text("footer", notification.name())).append('\n');
    return new Mail("[Comuta] " + subject, text.toString());
  }

  /** A mail that only shows that mail arrives. */
  static Mail test(MailServer server, MailLanguage language, String node) {
    MailTexts texts = new MailTexts(language);
    return new Mail(
        "[Comuta] " + texts.text("test.subject"),
        texts.text("test.text", server.name(), node) + "\n");
  }
}
