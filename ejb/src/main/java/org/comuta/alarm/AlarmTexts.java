package org.comuta.alarm;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/** What people call conditions and severities, in the languages of the portal. Any thread. */
public final class AlarmTexts {
  private static final Set<String> LANGUAGES = Set.of("pt", "en", "es");

  private final ResourceBundle texts;

  private AlarmTexts(ResourceBundle texts) {
    this.texts = texts;
  }

  /** In the language of this locale, or in English. */
  public static AlarmTexts in(Locale locale) {
    Locale ours =
        LANGUAGES.contains(locale.getLanguage()) ? Locale.of(locale.getLanguage()) : Locale.ENGLISH;
    return new AlarmTexts(
        ResourceBundle.getBundle("org.comuta.alarm.alarms", ours, AlarmTexts.class.getModule()));
  }

  /** What is wrong, in some words. */
  public String name(Condition condition) {
    return texts.getString(condition.name());
  }

  /** What it means and what to do. */
  public String help(Condition condition) {
    return texts.getString(condition.name() + ".help");
  }

  /** How bad it is. */
  public String name(Severity severity) {
    return texts.getString("severity." + severity.name());
  }

  /** Any other text of the file. */
  public String text(String key) {
    return texts.getString(key);
  }
}
