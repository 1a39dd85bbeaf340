package org.comuta.portal.backup;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.comuta.backup.BackupRun;
import org.comuta.backup.SchedulesBean;
import org.comuta.backup.StoredSchedule;
import org.comuta.operation.BackupOperations;
import org.comuta.operation.ScheduleOperations;
import org.comuta.portal.Account;
import org.comuta.portal.Language;
import org.comuta.portal.table.SchedulesTable;
import org.comuta.portal.table.Table;
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
  @Inject private Table<StoredSchedule> table;

  private transient @Nullable List<StoredSchedule> all;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public SchedulesPage() {}

  @PostConstruct
  void open() {
    table.show(SchedulesTable.ID);
  }

  public Table<StoredSchedule> getTable() {
    return table;
  }

  private List<StoredSchedule> all() {
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
    return all().stream().anyMatch(one -> isRunning(one.lastRun()));
  }

  private static boolean isRunning(@Nullable BackupRun run) {
    return run != null && run.outcome() == BackupRun.Outcome.RUNNING;
  }

  public boolean isAllowed() {
    return BackupOperations.isAllowed(account.getRights());
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
