package org.comuta.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.comuta.portal.personal.PersonalSettings;
import org.comuta.portal.personal.Remembered;
import org.comuta.statistics.Period;

/** What the home page begins with; scripts draw the rest. One request only. */
@Named
@RequestScoped
public class HomePage {
  private static final List<String> REFRESHES = List.of("live", "1", "5", "10", "30", "paused");

  @Inject private PersonalSettings personal;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public HomePage() {}

  /** The time that is shown, as it was left. */
  public String getPeriod() {
    return personal
        .remembered(Remembered.HOME_PERIOD)
        .filter(word -> getPeriods().stream().anyMatch(one -> one.name().equals(word)))
        .orElse(Period.FIVE_MINUTES.name());
  }

  public List<Period> getPeriods() {
    return List.of(Period.values());
  }

  /** How often live pages refresh, as it was left. */
  public String getRefresh() {
    return personal
        .remembered(Remembered.LIVE_REFRESH)
        .filter(REFRESHES::contains)
        .orElse(REFRESHES.getFirst());
  }

  /** The words to choose from. */
  public List<String> getRefreshes() {
    return REFRESHES;
  }
}
