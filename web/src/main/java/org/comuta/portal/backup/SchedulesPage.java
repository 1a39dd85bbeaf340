package org.comuta.portal.backup;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.stream.Collectors;
import org.comuta.backup.BackupRun;
import org.comuta.backup.BackupSchedule;
import org.comuta.backup.SchedulesBean;
import org.comuta.backup.StoredSchedule;
import org.comuta.operation.BackupOperations;
import org.comuta.operation.ScheduleOperations;
import org.comuta.portal.Account;
import org.comuta.portal.Language;
import org.jspecify.annotations.Nullable;

/** The page of backups that are made by themselves. One view. */
@Named
@ViewScoped
public class SchedulesPage implements Serializable {
  private static final int RUNS_SHOWN = 20;

  @Inject private SchedulesBean schedules;
  @Inject private ScheduleOperations operations;
  @Inject private Account account;
  @Inject private Language language;

  private transient @Nullable List<StoredSchedule> all;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public SchedulesPage() {}

  /** All of them, by name. */
  public List<StoredSchedule> getAll() {
    List<StoredSchedule> found = all;
    if (found == null) {
      found = schedules.all();
      all = found;
    }
    return found;
  }

  /** Looks again. */
  public void refresh() {
    all = null;
  }

  /** Whether a backup is under way. */
  public boolean isRunning() {
    return getAll().stream().anyMatch(one -> isRunning(one.lastRun()));
  }

  private static boolean isRunning(@Nullable BackupRun run) {
    return run != null && run.outcome() == BackupRun.Outcome.RUNNING;
  }

  public boolean isAllowed() {
    return BackupOperations.isAllowed(account.getRights());
  }

  /** When it is made, in words. */
  public String when(BackupSchedule schedule) {
    String days =
        switch (schedule.rhythm()) {
          case DAILY -> language.text("schedule.daily");
          case WEEKLY ->
              schedule.weekdays().isEmpty()
                  ? language.text("schedule.daily")
                  : schedule.weekdays().stream().map(this::day).collect(Collectors.joining(", "));
          case MONTHLY -> language.text("schedule.monthly") + " " + schedule.dayOfMonth();
        };
    String zone = schedule.timeZone().isEmpty() ? "" : " (" + schedule.timeZone() + ")";
    return days + ", " + schedule.time() + zone;
  }

  private String day(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, language.getLocale());
  }

  /** Where it goes, in words. */
  public String where(BackupSchedule schedule) {
    return schedule.host().isEmpty() || schedule.destination() == BackupSchedule.Destination.FOLDER
        ? schedule.folder()
        : schedule.host() + (schedule.folder().isEmpty() ? "" : ":" + schedule.folder());
  }

  /** The last backups of a schedule, the last one first. */
  public List<BackupRun> runs(String name) {
    return schedules.runs(name, 0, RUNS_SHOWN).items();
  }

  /** Makes a backup now. */
  public void runNow(String name) {
    if (isAllowed()) {
      switch (operations.runNow(name, account.actor())) {
        case STARTED -> say(FacesMessage.SEVERITY_INFO, "schedule.begun");
        case RUNNING_ALREADY -> say(FacesMessage.SEVERITY_WARN, "schedule.running");
        case NO_SCHEDULE -> say(FacesMessage.SEVERITY_WARN, "schedule.gone");
      }
    }
    refresh();
  }

  /** Deletes a schedule; its backups stay where they are. */
  public void delete(String name) {
    if (isAllowed()) {
      operations.delete(name, account.actor());
    }
    refresh();
  }

  private void say(FacesMessage.Severity severity, String text) {
    FacesContext.getCurrentInstance()
        .addMessage(null, new FacesMessage(severity, language.text(text), null));
  }
}
