package org.comuta.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comuta.alarm.Condition;
import org.comuta.description.ObjectDescription;
import org.comuta.description.ObjectKind;
import org.comuta.description.ObjectSet;
import org.comuta.description.Problem;
import org.comuta.description.Rule;
import org.comuta.webhook.WebhookRules;

/** Notifications by mail as a kind of configuration object. */
public final class MailNotificationRules implements ObjectKind<MailNotification> {
  private static final ObjectDescription<MailNotification> DESCRIPTION =
      ObjectDescription.of(MailNotification.class);
  private static final Set<String> CONDITIONS =
      Stream.of(Condition.values()).map(Enum::name).collect(Collectors.toSet());

  @Override
  public ObjectDescription<MailNotification> description() {
    return DESCRIPTION;
  }

  @Override
  public List<Problem> check(MailNotification notification, ObjectSet all) {
    List<Problem> problems = new ArrayList<>(WebhookRules.wordsOf("events", notification.events()));
    notification.conditions().stream()
        .filter(word -> !CONDITIONS.contains(word))
        .map(
            word ->
                new Problem(
                        "conditions",
                        "choice",
                        "conditions: '" + word + "' is not one of those in alarms/conditions.")
                    .by(Rule.CONDITION_UNKNOWN, word))
        .forEach(problems::add);
    return problems;
  }
}
