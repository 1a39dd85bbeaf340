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
 * Help for kinds and fields in the languages of the portal, from {@code help_*.properties} (UTF-8)
 * with keys like {@code nap} and {@code nap.domain}. Immutable; any thread.
 */
public final class Help {
  private static final Help ENGLISH = new Help(Locale.ENGLISH, "en");
  private static final Help PORTUGUESE = new Help(Locale.forLanguageTag("pt-BR"), "pt_BR");
  private static final Help SPANISH = new Help(Locale.forLanguageTag("es"), "es");

  private final Locale locale;
  private final Properties texts = new Properties();

  private Help(Locale locale, String suffix) {
    this.locale = locale;
    String file = "help_" + suffix + ".properties";
    try (InputStream in = Help.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing");
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All languages there are. */
  public static List<Help> languages() {
    return List.of(ENGLISH, PORTUGUESE, SPANISH);
  }

  /** The help in the language of this locale; English when there is none. */
  public static Help in(Locale locale) {
    return switch (locale.getLanguage()) {
      case "pt" -> PORTUGUESE;
      case "es" -> SPANISH;
      default -> ENGLISH;
    };
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
