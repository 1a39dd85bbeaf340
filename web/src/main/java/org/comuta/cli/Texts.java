package org.comuta.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.comuta.preference.Preferences;
import org.jspecify.annotations.Nullable;

/** What the command line says, in one language. Immutable. */
public final class Texts {
  private static final String DEFAULT = "pt-BR";

  private final Locale locale;
  private final ResourceBundle bundle;

  private Texts(Locale locale) {
    this.locale = locale;
    bundle = ResourceBundle.getBundle("org.comuta.cli.texts", locale, Texts.class.getModule());
  }

  /**
   * The texts for somebody.
   *
   * @param preferred tag of the language that the user chose; null for none
   * @param environment {@code LANG} of the client, such as {@code es_ES.UTF-8}; null when not told
   */
  public static Texts choose(@Nullable String preferred, @Nullable String environment) {
    if (preferred != null) {
      return new Texts(Locale.forLanguageTag(preferred));
    }
    String wanted = environment == null ? "" : environment.replaceFirst("[_.@-].*", "");
    return Preferences.languages().stream()
        .map(Locale::forLanguageTag)
        .filter(ours -> !wanted.isEmpty() && ours.getLanguage().equals(wanted))
        .findFirst()
        .map(Texts::new)
        .orElseGet(() -> new Texts(Locale.forLanguageTag(DEFAULT)));
  }

  /** The text of a key with its parts filled in. */
  public String of(String key, Object... parts) {
    return new MessageFormat(bundle.getString(key), locale).format(parts);
  }

  /** Whether there is such a text. */
  public boolean has(String key) {
    return bundle.containsKey(key);
  }

  /** All keys. */
  public Set<String> keys() {
    return bundle.keySet();
  }

  /** Tag of the language, RFC 5646. */
  public String tag() {
    return locale.toLanguageTag();
  }
}
