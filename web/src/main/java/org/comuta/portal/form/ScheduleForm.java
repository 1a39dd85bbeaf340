package org.comuta.portal.form;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import java.text.MessageFormat;
import java.util.List;
import java.util.Optional;
import org.comuta.backup.BackupBean;
import org.comuta.backup.BackupSchedule;
import org.comuta.backup.SchedulesBean;
import org.comuta.backup.SchedulesBean.Saving;
import org.comuta.backup.StoredSchedule;
import org.comuta.description.ObjectDescription;
import org.comuta.description.Problem;
import org.comuta.operation.BackupOperations;
import org.comuta.operation.ScheduleOperations;
import org.comuta.operation.ScheduleOperations.Trial;
import org.comuta.portal.Account;
import org.comuta.portal.Language;
import org.jspecify.annotations.Nullable;

/**
 * The page of one schedule of backups, in the form of configuration objects: {@code ?name=} edits,
 * without it makes a new one. One view.
 */
@Named
@ViewScoped
public class ScheduleForm extends ObjectForm {
  private static final ObjectDescription<BackupSchedule> DESCRIPTION =
      ObjectDescription.of(BackupSchedule.class);

  @Inject private SchedulesBean schedules;
  @Inject private ScheduleOperations operations;
  @Inject private BackupBean backups;
  @Inject private Account account;
  @Inject private Language language;
  @Inject private HttpServletRequest request;

  private transient @Nullable Trial trial;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public ScheduleForm() {}

  @PostConstruct
  void open() {
    values().showNew(DESCRIPTION);
    String asked = request.getParameter("name");
    if (asked == null || asked.isEmpty()) {
      return;
    }
    Optional<StoredSchedule> found = schedules.find(asked);
    if (found.isEmpty()) {
      miss();
    } else {
      begin(asked, found.get().body());
    }
  }

  @Override
  ObjectDescription<?> description() {
    return DESCRIPTION;
  }

  @Override
  public boolean isReadOnly() {
    return !BackupOperations.isAllowed(account.getRights());
  }

  /** Nobody overtakes: a schedule is what was saved last. */
  public @Nullable Overtaken getOvertaken() {
    return null;
  }

  @Override
  public String sectionLabel(String section) {
    return language.text("schedule.section." + section);
  }

  @Override
  public String hint(FormField field) {
    return field.getName().equals("parts")
        ? field.getHint() + " · " + String.join(", ", backups.parts())
        : super.hint(field);
  }

  /** Saves, and goes to the list; or stays and says why not. */
  public @Nullable String save() {
    complaints().clear();
    trial = null;
    if (isReadOnly() || isMissing()) {
      return null;
    }
    String saveAs = name();
    if (isCreating() && !saveAs.isEmpty() && schedules.find(saveAs).isPresent()) {
      complaints().add("name", language.text("problem.exists"));
    } else {
      Saving saving = operations.save(saveAs, typed(), account.actor());
      if (saving.problems().isEmpty()) {
        return leave(MessageFormat.format(language.text("schedule.saved"), saveAs));
      }
      saving.problems().forEach(this::tell);
    }
    stay();
    return null;
  }

  /** Tries the destination as it is typed. */
  public void tryOut() {
    complaints().clear();
    trial = null;
    JsonObject body = typed();
    String called = name().isEmpty() ? "trial" : name();
    List<Problem> problems = schedules.problems(called, body);
    if (isReadOnly()) {
      return;
    }
    if (problems.isEmpty()) {
      trial = operations.tryOut(called, body);
    } else {
      problems.forEach(this::tell);
    }
  }

  /** What came of it; null before. */
  public @Nullable Trial getTrial() {
    return trial;
  }

  /** What is to be said of a destination that was reached. */
  public String getReached() {
    Trial reached = trial;
    return reached == null || reached.newFolder().isEmpty()
        ? language.text("schedule.trial.reached")
        : new MessageFormat(language.text("schedule.trial.newFolder"), language.getLocale())
            .format(new Object[] {reached.newFolder()});
  }

  /** Takes the fingerprint over that the server showed. */
  public void confirm(String fingerprint) {
    getValues().put("fingerprint", fingerprint);
    trial = null;
  }
}
