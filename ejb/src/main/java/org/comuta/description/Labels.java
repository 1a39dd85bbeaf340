package org.comuta.description;

import java.util.List;
import java.util.Locale;

/**
 * What people call kinds, fields, the words of choices, sections and units, with keys like {@code
 * nap}, {@code naps}, {@code nap.domain}, {@code nap.mediaMode.BRIDGE}, {@code section.MEDIA} and
 * {@code unit.SECONDS}: a few words each.
 */
public final class Labels extends Texts {
  private static final List<Labels> LANGUAGES =
      List.of(new Labels("en"), new Labels("pt-BR"), new Labels("es"));

  private Labels(String tag) {
    super("labels", tag);
  }

  /** All languages there are. */
  public static List<Labels> languages() {
    return LANGUAGES;
  }

  /** Those in the language of this locale; English when there are none. */
  public static Labels in(Locale locale) {
    return in(locale, LANGUAGES);
  }
}
