package org.comuta.preference;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comuta.description.Help;
import org.comuta.description.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a user chose; the words of the API. Immutable.
 *
 * @param language tag of a language of the portal (RFC 5646); null for what the browser asks for
 * @param timeZone name of a zone (IANA) that moments are shown in; null for that of the server
 * @param theme whether the portal is light or dark
 */
public record Preferences(@Nullable String language, @Nullable String timeZone, Theme theme) {
  /** Of somebody who chose nothing. */
  public static final Preferences NONE = new Preferences(null, null, Theme.SYSTEM);

  private static final String LANGUAGE = "language";
  private static final String TIME_ZONE = "timeZone";
  private static final String THEME = "theme";

  /** What is wrong with these; empty when nothing is. */
  public List<Problem> check() {
    List<Problem> problems = new ArrayList<>();
    if (language != null && !languages().contains(language)) {
      String words = languages().stream().collect(Collectors.joining(", "));
      problems.add(new Problem(LANGUAGE, "choice", "language must be one of " + words + "."));
    }
    if (timeZone != null && !ZoneId.getAvailableZoneIds().contains(timeZone)) {
      problems.add(
          new Problem(
              TIME_ZONE,
              "choice",
              "timeZone must be the name of a zone such as America/Sao_Paulo."));
    }
    return problems;
  }

  /** Tags of the languages there are. */
  public static List<String> languages() {
    return Help.languages().stream().map(help -> help.locale().toLanguageTag()).toList();
  }

  /** The zone that was chosen, or else this one. */
  public ZoneId zoneOr(ZoneId otherwise) {
    return timeZone == null ? otherwise : ZoneId.of(timeZone);
  }

  /** What was stored, perhaps by another version: what is not known any more is not chosen. */
  static Preferences of(Map<String, String> stored) {
    Theme theme = Theme.SYSTEM;
    for (Theme one : Theme.values()) {
      if (one.name().equals(stored.get(THEME))) {
        theme = one;
      }
    }
    String language = stored.get(LANGUAGE);
    String timeZone = stored.get(TIME_ZONE);
    return new Preferences(
        language != null && languages().contains(language) ? language : null,
        timeZone != null && ZoneId.getAvailableZoneIds().contains(timeZone) ? timeZone : null,
        theme);
  }

  /** What to store, by name; null where nothing is chosen. */
  List<Choice> choices() {
    return List.of(
        new Choice(LANGUAGE, language),
        new Choice(TIME_ZONE, timeZone),
        new Choice(THEME, theme == Theme.SYSTEM ? null : theme.name()));
  }

  /** One thing and what was chosen for it. */
  record Choice(String name, @Nullable String choice) {}
}
