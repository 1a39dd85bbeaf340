package org.comuta.description;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * Texts of one family in one language of the portal, from a file of properties in UTF-8 beside this
 * class, such as {@code help_pt_BR.properties}. Immutable; any thread.
 */
public sealed class Texts permits Help, Labels {
  private final Locale locale;
  private final Properties texts = new Properties();

  Texts(String family, String tag) {
    this.locale = Locale.forLanguageTag(tag);
    String file = family + "_" + tag.replace('-', '_') + ".properties";
    try (InputStream in = Texts.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing");
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The texts in the language of this locale; the first when there are none. */
  static <T extends Texts> T in(Locale locale, List<T> languages) {
    return languages.stream()
        .filter(texts -> texts.locale().getLanguage().equals(locale.getLanguage()))
        .findFirst()
        .orElse(languages.getFirst());
  }

  public Locale locale() {
    return locale;
  }

  /** The text of this key; empty when there is none. */
  public String text(String key) {
    return texts.getProperty(key, "");
  }

  /** All keys. */
  public Set<String> keys() {
    return new TreeSet<>(texts.stringPropertyNames());
  }
}
