package org.comuta.portal.alarm;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.comuta.alarm.Alarm;
import org.comuta.alarm.AlarmTexts;
import org.comuta.alarm.AlarmsBean;
import org.comuta.alarm.Condition;
import org.comuta.alarm.Severity;
import org.comuta.portal.Language;

/** The active alarms at a glance, for header and home page. One request only. */
@Named
@RequestScoped
public class AlarmBell {
  private static final int MOST_SHOWN = 5;
  private static final int LARGEST_NUMBER = 99;

  @Inject private AlarmsBean alarms;
  @Inject private Language language;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public AlarmBell() {}

  /** How many are active. */
  public int getCount() {
    return alarms.active().size();
  }

  /** The same in two characters or three. */
  public String getNumber() {
    int count = getCount();
    return count > LARGEST_NUMBER ? LARGEST_NUMBER + "+" : String.valueOf(count);
  }

  /** The worst of them that nobody takes care of; empty when there is none. */
  public String getWorst() {
    return alarms.active().stream()
        .filter(alarm -> !alarm.isAcknowledged())
        .findFirst()
        .map(alarm -> alarm.severity().name())
        .orElse("");
  }

  /** The first ones: the worst, and of those the newest. */
  public List<Alarm> getFirst() {
    return alarms.active().stream().limit(MOST_SHOWN).toList();
  }

  /** What is wrong, in the language of the page. */
  public String name(Condition condition) {
    return texts().name(condition);
  }

  /** What it means and what to do. */
  public String help(Condition condition) {
    return texts().help(condition);
  }

  /** How bad it is, in the language of the page. */
  public String severity(Severity severity) {
    return texts().name(severity);
  }

  private AlarmTexts texts() {
    return AlarmTexts.in(language.getLocale());
  }
}
