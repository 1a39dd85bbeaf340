package org.comuta.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.comuta.description.ObjectDescription;
import org.comuta.description.ObjectKind;
import org.comuta.description.ObjectSet;
import org.comuta.description.Problem;
import org.comuta.description.Rule;
import org.comuta.event.EventFilter;
import org.comuta.event.EventType;
import org.jspecify.annotations.Nullable;

/** Webhooks as a kind of configuration object. */
public final class WebhookRules implements ObjectKind<Webhook> {
  private static final ObjectDescription<Webhook> DESCRIPTION = ObjectDescription.of(Webhook.class);

  @Override
  public ObjectDescription<Webhook> description() {
    return DESCRIPTION;
  }

  @Override
  public List<Problem> check(Webhook webhook, ObjectSet all) {
    List<Problem> problems = new ArrayList<>(wordsOf("events", webhook.events()));
    Problem address = address(webhook);
    if (address != null) {
      problems.add(address);
    }
    return problems;
  }

  /** What is wrong with words that stand for types of events. */
  public static List<Problem> wordsOf(String field, List<String> words) {
    return words.stream()
        .filter(word -> !EventFilter.isWord(word))
        .map(
            word ->
                new Problem(
                        field,
                        "choice",
                        field
                            + ": '"
                            + word
                            + "' is neither a group such as call.* nor one of "
                            + String.join(
                                ", ", Stream.of(EventType.values()).map(EventType::word).toList())
                            + ".")
                    .by(Rule.EVENT_UNKNOWN, word))
        .toList();
  }

  private static @Nullable Problem address(Webhook webhook) {
    URI uri;
    try {
      uri = new URI(webhook.url());
    } catch (URISyntaxException broken) {
      return wrong("is no address such as https://example.com/events", Rule.URL_BROKEN);
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !(scheme.equals("http") && webhook.allowHttp())) {
      return wrong("must begin with https:// (allowHttp lets http:// pass)", Rule.URL_NOT_HTTPS);
    }
    if (uri.getHost() == null) {
      return wrong("must name a host", Rule.URL_WITHOUT_HOST);
    }
    if (uri.getUserInfo() != null || uri.getFragment() != null) {
      return wrong("must have neither a password nor a # in it", Rule.URL_WITH_PASSWORD);
    }
    if (!webhook.allowLocal() && Targets.isLocalName(uri.getHost())) {
      return wrong("is of this machine or its link (allowLocal lets it pass)", Rule.URL_LOCAL);
    }
    return null;
  }

  private static Problem wrong(String what, Rule rule) {
    return new Problem("url", "syntax", "url " + what + ".").by(rule);
  }
}
