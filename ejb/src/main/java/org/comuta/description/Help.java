package org.comuta.description;

import java.util.List;
import java.util.Locale;

/**
 * Help for kinds, fields and the words of choices, with keys like {@code nap}, {@code nap.domain}
 * and {@code nap.mediaMode.BRIDGE}: sentences that say what it is for.
 */
public final class Help extends Texts {
  private static final List<Help> LANGUAGES =
      List.of(new Help("en"), new Help("pt-BR"), new Help("es"));

  private Help(String tag) {
    super("help", tag);
  }

  /** All languages there are. */
  public static List<Help> languages() {
    return LANGUAGES;
  }

  /** Those in the language of this locale; English when there are none. */
  public static Help in(Locale locale) {
    return in(locale, LANGUAGES);
  }
}
