package org.comuta.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.Optional;
import org.comuta.backup.SchedulerBean;
import org.comuta.backup.SchedulesBean;
import org.comuta.backup.SchedulesBean.Saving;
import org.comuta.backup.StoredSchedule;
import org.comuta.backup.TargetAccess;
import org.comuta.backup.TargetException;
import org.comuta.identity.Actor;
import org.comuta.identity.AuditAction;
import org.comuta.identity.AuditBean;
import org.comuta.identity.AuditEntry.Outcome;

/** Changes schedules of backups. Any thread. */
@ApplicationScoped
public class ScheduleOperations {
  /** What came of the wish to make a backup now. */
  public enum Begun {
    STARTED,
    RUNNING_ALREADY,
    NO_SCHEDULE
  }

  /**
   * What came of trying a destination.
   *
   * @param reached whether a backup would get there
   * @param reason word for programs; empty when it was reached
   * @param message for people; empty when it was reached
   * @param fingerprint what the server shows and nobody has confirmed; else empty
   * @param newFolder folder that the first backup will make; empty when it is there
   */
  public record Trial(
      boolean reached, String reason, String message, String fingerprint, String newFolder) {}

  @Inject private SchedulesBean schedules;
  @Inject private SchedulerBean scheduler;
  @Inject private AuditBean audit;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public ScheduleOperations() {}

  /** As {@link SchedulesBean#save}. */
  public Saving save(String name, JsonObject body, Actor actor) {
    Saving saving = schedules.save(name, body);
    boolean saved = saving.problems().isEmpty();
    write(
        actor,
        AuditAction.BACKUP_SCHEDULE_SAVE,
        name,
        saved ? Outcome.DONE : Outcome.REFUSED,
        saved ? told(saving) : saving.problems().getFirst().message());
    return saving;
  }

  private static String told(Saving saving) {
    StoredSchedule saved = saving.saved();
    return (saving.created() ? "CREATED" : "UPDATED") + (saved == null ? "" : ": " + saved.body());
  }

  /** Deletes one; false when there is none. */
  public boolean delete(String name, Actor actor) {
    boolean deleted = schedules.delete(name);
    write(
        actor,
        AuditAction.BACKUP_SCHEDULE_DELETE,
        name,
        deleted ? Outcome.DONE : Outcome.REFUSED,
        "");
    return deleted;
  }

  /** Makes a backup of a schedule now. */
  public Begun runNow(String name, Actor actor) {
    Optional<StoredSchedule> found = schedules.find(name);
    Begun begun =
        found.isEmpty()
            ? Begun.NO_SCHEDULE
            : scheduler.runNow(found.get().schedule(), actor.name())
                ? Begun.STARTED
                : Begun.RUNNING_ALREADY;
    write(
        actor,
        AuditAction.BACKUP_SCHEDULE_RUN,
        name,
        begun == Begun.STARTED ? Outcome.DONE : Outcome.REFUSED,
        "");
    return begun;
  }

  /** Tries whether backups get to the destination of a schedule; leaves nothing there. */
  public Optional<Trial> tryOut(String name) {
    return schedules.find(name).map(found -> tryOut(schedules.access(found.schedule())));
  }

  /** The same with fields that are not saved, in which nothing may be wrong. */
  public Trial tryOut(String name, JsonObject body) {
    return tryOut(schedules.access(name, body));
  }

  private Trial tryOut(TargetAccess access) {
    try {
      return new Trial(true, "", "", "", scheduler.tryOut(access));
    } catch (TargetException refused) {
      return new Trial(
          false,
          refused.reason().name(),
          String.valueOf(refused.getMessage()),
          refused.fingerprint(),
          "");
    } catch (IOException | RuntimeException failed) {
      return new Trial(false, "FAILED", String.valueOf(failed.getMessage()), "", "");
    }
  }

  private void write(Actor actor, AuditAction action, String name, Outcome outcome, String detail) {
    audit.write(actor, action, SchedulesBean.KIND, name, outcome, detail);
  }
}
