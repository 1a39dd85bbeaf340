package org.comuta.mail;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.comuta.alarm.AlarmTexts;
import org.comuta.alarm.Condition;
import org.comuta.alarm.Severity;

/** The words of mails in one language. Any thread. */
final class MailTexts {
  private final ResourceBundle texts;
  private final AlarmTexts alarms;
  private final Locale locale;

  MailTexts(MailLanguage language) {
    locale = language.locale();
    texts =
        ResourceBundle.getBundle(
            "org.comuta.mail.mails", Locale.of(locale.getLanguage()), MailTexts.class.getModule());
    alarms = AlarmTexts.in(locale);
  }

  /** A text with its arguments in place. */
  String text(String key, String... arguments) {
    return new MessageFormat(texts.getString(key), locale).format(arguments);
  }

  /** What a field of events is called; its own name where nobody gave it another. */
  String field(String name) {
    String key = "field." + name;
    return texts.containsKey(key) ? texts.getString(key) : name;
  }

  /** What happened, by the word of its type. */
  String event(String type) {
    return texts.getString("event." + type);
  }

  /** What the condition of an alarm is called; the word itself for one of another version. */
  String condition(String word) {
    try {
      return alarms.name(Condition.valueOf(word));
    } catch (IllegalArgumentException unknown) {
      return word;
    }
  }

  /** What to do about a condition; empty for one of another version. */
  String help(String word) {
    try {
      return alarms.help(Condition.valueOf(word));
    } catch (IllegalArgumentException unknown) {
      return "";
    }
  }

  String severity(Severity severity) {
    return alarms.name(severity);
  }
}
