package org.comuta.portal.alarm;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import org.comuta.alarm.Alarm;
import org.comuta.alarm.AlarmsBean;
import org.comuta.identity.Right;
import org.comuta.operation.AlarmOperations;
import org.comuta.portal.Account;
import org.comuta.portal.Language;
import org.comuta.portal.table.AlarmHistoryTable;
import org.comuta.portal.table.AlarmsTable;
import org.comuta.portal.table.Table;
import org.jspecify.annotations.Nullable;

/** The page of alarms: the active ones, which refresh themselves, and those of the past. */
@Named
@ViewScoped
public class AlarmsPage implements Serializable {
  @Inject private AlarmsBean alarms;
  @Inject private AlarmOperations operations;
  @Inject private Account account;
  @Inject private Language language;
  @Inject private Table<Alarm> active;
  @Inject private Table<Alarm> past;

  private @Nullable String chosen;
  private String comment = "";
  private @Nullable Integer days;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public AlarmsPage() {}

  @PostConstruct
  void open() {
    active.show(AlarmsTable.ID);
    past.showBeside(AlarmHistoryTable.ID, "past");
  }

  public Table<Alarm> getActive() {
    return active;
  }

  public Table<Alarm> getPast() {
    return past;
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
