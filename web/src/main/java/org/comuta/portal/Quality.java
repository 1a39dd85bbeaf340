package org.comuta.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Stream;
import org.comuta.call.LegMedia;
import org.comuta.call.MediaRecord;
import org.jspecify.annotations.Nullable;

/** How media was, as numbers in the reader's language; where nobody measured, a dash. */
@Named
@RequestScoped
public class Quality {
  private static final String NOTHING = "–";
  private static final String BETWEEN = " · ";

  @Inject private Language language;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public Quality() {}

  /** MOS of what came from the caller and from the called side. */
  public String mos(@Nullable MediaRecord media) {
    return mos(media, language.getLocale());
  }

  /** Share, in percent, of what should have come from each side and did not. */
  public String loss(@Nullable MediaRecord media) {
    return loss(media, language.getLocale());
  }

  /** Everything of one leg that was measured, in one line. */
  public String leg(@Nullable LegMedia leg) {
    return leg(leg, language.getLocale());
  }

  /** Everything of both legs that was measured. */
  public static String legs(@Nullable MediaRecord media, Locale locale) {
    return media == null
        ? NOTHING
        : leg(media.origin(), locale) + " | " + leg(media.destination(), locale);
  }

  private static String leg(@Nullable LegMedia leg, Locale locale) {
    if (leg == null) {
      return NOTHING;
    }
    ResourceBundle texts = Language.texts(locale);
    StringBuilder line = new StringBuilder();
    add(line, "", leg.codec());
    add(line, "MOS ", mos(leg, locale));
    add(line, texts.getString("media.received") + ' ', whole(leg.packetsReceived(), locale));
    add(line, texts.getString("media.sent") + ' ', whole(leg.packetsSent(), locale));
    add(line, texts.getString("media.lost") + ' ', whole(leg.packetsLost(), locale));
    add(
        line,
        texts.getString("media.jitter") + ' ',
        decimal(leg.jitterMillis(), 1, locale) + " ms");
    Double roundTrip = leg.roundTripMillis();
    if (roundTrip != null) {
      add(line, texts.getString("media.roundTrip") + ' ', decimal(roundTrip, 1, locale) + " ms");
    }
    if (leg.strangersDropped() > 0) {
      add(line, texts.getString("media.strangers") + ' ', whole(leg.strangersDropped(), locale));
    }
    add(line, "", leg.source());
    return line.toString();
  }

  /** MOS of both sides in one language. */
  public static String mos(@Nullable MediaRecord media, Locale locale) {
    return legs(media, leg -> mos(leg, locale));
  }

  /** Share of both sides in one language. */
  public static String loss(@Nullable MediaRecord media, Locale locale) {
    return legs(media, leg -> loss(leg, locale));
  }

  /** MOS of the worse side; null when nobody knows. */
  public static @Nullable Double worstMos(@Nullable MediaRecord media) {
    return sides(media)
        .map(LegMedia::mos)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Percent that was lost of the worse side; null when nobody knows. */
  public static @Nullable Double worstLoss(@Nullable MediaRecord media) {
    return sides(media)
        .filter(leg -> leg.packetsReceived() > 0)
        .map(leg -> lost(leg))
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static Stream<LegMedia> sides(@Nullable MediaRecord media) {
    return media == null
        ? Stream.empty()
        : Stream.of(Optional.ofNullable(media.origin()), Optional.ofNullable(media.destination()))
            .flatMap(Optional::stream);
  }

  private static double lost(LegMedia leg) {
    long expected = leg.packetsReceived() + leg.packetsLost();
    return expected <= 0 ? 0 : 100.0 * Math.max(0, leg.packetsLost()) / expected;
  }

  private static void add(StringBuilder line, String label, String value) {
    if (!value.isEmpty() && !value.equals(NOTHING)) {
      line.append(line.isEmpty() ? "" : BETWEEN).append(label).append(value);
    }
  }

  static String legs(@Nullable MediaRecord media, Function<LegMedia, String> figure) {
    if (media == null || (media.origin() == null && media.destination() == null)) {
      return NOTHING;
    }
    return shown(media.origin(), figure) + BETWEEN + shown(media.destination(), figure);
  }

  private static String shown(@Nullable LegMedia leg, Function<LegMedia, String> figure) {
    return leg == null ? NOTHING : figure.apply(leg);
  }

  static String mos(LegMedia leg, Locale locale) {
    Double mos = leg.mos();
    return mos == null ? NOTHING : decimal(mos, 1, locale);
  }

  static String loss(LegMedia leg, Locale locale) {
    long expected = leg.packetsReceived() + leg.packetsLost();
    return expected <= 0 || leg.packetsReceived() == 0 ? NOTHING : decimal(lost(leg), 1, locale);
  }

  private static String whole(long number, Locale locale) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  private static String decimal(double number, int digits, Locale locale) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(number);
  }
}
