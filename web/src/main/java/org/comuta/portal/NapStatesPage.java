package org.comuta.portal;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import org.comuta.live.LiveNapStates;
import org.comuta.portal.personal.PersonalSettings;
import org.comuta.portal.personal.Remembered;
import org.comuta.statistics.Figures;
import org.comuta.statistics.NapState;
import org.comuta.statistics.NapState.LastFailure;
import org.comuta.statistics.Period;
import org.jspecify.annotations.Nullable;

/** The page of the NAPs and how they fare, which a script refreshes. One view. */
@Named
@ViewScoped
public class NapStatesPage implements Serializable {
  @Inject private LiveNapStates states;
  @Inject private PersonalSettings personal;
  @Inject private Formats formats;
  @Inject private Language language;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public NapStatesPage() {}

  /** The time that figures are of, as it was left. */
  public Period getPeriod() {
    String word = personal.remembered(Remembered.HOME_PERIOD).orElse("");
    for (Period period : Period.values()) {
      if (period.name().equals(word)) {
        return period;
      }
    }
    return Period.FIVE_MINUTES;
  }

  /** All NAPs, those in trouble first. */
  public List<NapState> getAll() {
    return states.all(getPeriod());
  }

  /** Ratios of one direction, in one line. */
  public String figures(Figures figures) {
    return figures.seizures() == 0
        ? formats.text(null)
        : "%s · ASR %s · NER %s · ACD %s"
            .formatted(
                formats.number(figures.seizures()),
                percent(figures.asr()),
                percent(figures.ner()),
                figures.acdSeconds() == null
                    ? formats.text(null)
                    : formats.duration(Math.round(figures.acdSeconds() * 1000)));
  }

  private String percent(@Nullable Double value) {
    return value == null ? formats.text(null) : formats.number(Math.round(value)) + " %";
  }

  /** Why calls failed last, in one line. */
  public String failures(NapState nap) {
    return nap.lastFailures().stream().map(this::failure).collect(Collectors.joining("; "));
  }

  private String failure(LastFailure failed) {
    String status = failed.sipStatus() == 0 ? "" : ", SIP " + failed.sipStatus();
    return formats.moment(failed.at())
        + ": "
        + language.text("napStates.cause")
        + " "
        + failed.cause()
        + status;
  }
}
