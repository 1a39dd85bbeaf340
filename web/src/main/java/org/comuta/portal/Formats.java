package org.comuta.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.comuta.portal.personal.PersonalSettings;
import org.jspecify.annotations.Nullable;

/** Numbers, dates and durations as the reader's language writes them. One request only. */
@Named
@RequestScoped
public class Formats {
  private static final String NOTHING = "–";
  private static final List<String> OCTET_UNITS = List.of("B", "kB", "MB", "GB", "TB");

  @Inject private Language language;
  @Inject private PersonalSettings personal;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public Formats() {}

  /** A moment in the zone of who looks, to the second. */
  public String moment(@Nullable Instant moment) {
    return moment(moment, language.getLocale(), personal.zone());
  }

  /** Hours, minutes and seconds of a whole number of milliseconds. */
  public String duration(long millis) {
    return clock(Duration.ofMillis(millis));
  }

  /** Time from one moment to another, or until now. */
  public String between(Instant from, @Nullable Instant to) {
    Duration passed = Duration.between(from, to == null ? Instant.now() : to);
    return clock(passed.isNegative() ? Duration.ZERO : passed);
  }

  /** A whole number, its thousands separated. */
  public String number(long number) {
    return NumberFormat.getIntegerInstance(language.getLocale()).format(number);
  }

  /** So many octets, in a unit that suits them. */
  public String octets(long octets) {
    return octets(octets, language.getLocale());
  }

  /** A text, or a dash when there is none. */
  public String text(@Nullable String text) {
    return text == null || text.isEmpty() ? NOTHING : text;
  }

  /** So many octets, in a unit that suits them. */
  public static String octets(long octets, Locale locale) {
    double amount = octets;
    int unit = 0;
    while (amount >= 1_000 && unit < OCTET_UNITS.size() - 1) {
      amount /= 1_000;
      unit++;
    }
    NumberFormat format = NumberFormat.getInstance(locale);
    format.setMaximumFractionDigits(amount < 10 && unit > 0 ? 1 : 0);
    return format.format(amount) + " " + OCTET_UNITS.get(unit);
  }

  /** How moments are typed, for the pickers of dates. */
  public String getPattern() {
    return language.getLocale().getLanguage().equals("en")
        ? "MM/dd/yyyy HH:mm"
        : "dd/MM/yyyy HH:mm";
  }

  /** Name of the zone that moments are shown in. */
  public String getZone() {
    return personal.zone().getId();
  }

  /** A moment to the second, in some zone. */
  public static String moment(@Nullable Instant moment, Locale locale, ZoneId zone) {
    return moment == null
        ? NOTHING
        : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM)
            .withLocale(locale)
            .withZone(zone)
            .format(moment);
  }

  /** Hours, minutes and seconds. */
  public static String clock(Duration duration) {
    long hours = duration.toHours();
    return hours == 0
        ? "%d:%02d".formatted(duration.toMinutesPart(), duration.toSecondsPart())
        : "%d:%02d:%02d".formatted(hours, duration.toMinutesPart(), duration.toSecondsPart());
  }
}
