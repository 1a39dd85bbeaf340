package org.comuta.portal.alarm;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comuta.alarm.Alarm;
import org.comuta.alarm.AlarmsBean;
import org.comuta.alarm.Condition;
import org.comuta.alarm.Severity;
import org.comuta.identity.Right;
import org.comuta.operation.AlarmOperations;
import org.comuta.portal.Account;
import org.comuta.portal.Language;
import org.comuta.portal.personal.PersonalSettings;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The page of alarms: the active ones, which refresh themselves, and those of the past. */
@Named
@ViewScoped
public class AlarmsPage implements Serializable {
  private final class Past extends LazyDataModel<Alarm> {
    @Override
    public int count(Map<String, FilterMeta> filters) {
      return (int) Math.min(alarms.count(search.query(personal.zone())), Integer.MAX_VALUE);
    }

    @Override
    public List<Alarm> load(
        int first, int size, Map<String, SortMeta> order, Map<String, FilterMeta> filters) {
      return alarms.history(search.query(personal.zone()), first, size);
    }

    @Override
    public String getRowKey(Alarm alarm) {
      return alarm.id();
    }
  }

  @Inject private AlarmsBean alarms;
  @Inject private AlarmOperations operations;
  @Inject private Account account;
  @Inject private Language language;
  @Inject private PersonalSettings personal;

  private final Past past = new Past();
  private AlarmSearch search = new AlarmSearch();
  private @Nullable String chosen;
  private String comment = "";
  private @Nullable Integer days;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public AlarmsPage() {}

  /** The active ones, the worst first. */
  public List<Alarm> getActive() {
    return alarms.active();
  }

  public LazyDataModel<Alarm> getPast() {
    return past;
  }

  public AlarmSearch getSearch() {
    return search;
  }

  public Condition[] getConditions() {
    return Condition.values();
  }

  public Severity[] getSeverities() {
    return Severity.values();
  }

  /** Forgets the filter. */
  public void clear() {
    search = new AlarmSearch();
  }

  public boolean isMayAcknowledge() {
    return account.may(Right.OPERATE);
  }

  /** Opens the dialog for one alarm. */
  public void choose(String id) {
    chosen = id;
    comment = "";
  }

  /** The alarm of the dialog; null when it is over meanwhile. */
  public @Nullable Alarm getChosen() {
    return alarms.active().stream()
        .filter(alarm -> alarm.id().equals(chosen))
        .findFirst()
        .orElse(null);
  }

  /** Acknowledges the alarm of the dialog. */
  public void acknowledge() {
    if (!isMayAcknowledge() || chosen == null) {
      return;
    }
    Optional<Alarm> done = operations.acknowledge(chosen, comment, account.actor());
    say(done.isPresent(), done.isPresent() ? "alarms.acknowledged" : "alarms.over");
  }

  public String getComment() {
    return comment;
  }

  public void setComment(@Nullable String comment) {
    this.comment = comment == null ? "" : comment;
  }

  /** Days that alarms of the past are kept; 0 for ever. */
  public int getDays() {
    return days == null ? alarms.keptDays() : days;
  }

  public void setDays(int days) {
    this.days = days;
  }

  /** Changes how long alarms of the past are kept. */
  public void keep() {
    if (account.may(Right.ADMINISTER) && days != null) {
      boolean done = operations.keep(days, account.actor()).isEmpty();
      say(done, done ? "alarms.kept" : "alarms.keptWrong");
      days = null;
    }
  }

  private void say(boolean done, String key) {
    FacesContext.getCurrentInstance()
        .addMessage(
            null,
            new FacesMessage(
                done ? FacesMessage.SEVERITY_INFO : FacesMessage.SEVERITY_WARN,
                language.text(key),
                null));
  }
}
