package org.comuta.access;

import java.time.Duration;
import java.time.Instant;
import org.comuta.identity.Actor;
import org.jspecify.annotations.Nullable;

/**
 * The access lists as they stand, and what guards administrators against locking themselves out: a
 * change is in effect at once, but only on trial. Immutable.
 *
 * @param change counts every change, and every end of a trial without confirmation
 * @param confirmed what holds, or what is gone back to
 * @param trial what is in effect instead; null when nothing waits for confirmation
 */
public record AccessState(long change, AccessRules confirmed, @Nullable Trial trial) {
  /** How long a change waits for its confirmation. */
  public static final Duration LONGEST_TRIAL = Duration.ofSeconds(60);

  /** What is in effect. */
  public AccessRules inEffect(Instant now) {
    return trial == null || isOver(trial, now) ? confirmed : trial.rules();
  }

  private static boolean isOver(Trial trial, Instant now) {
    return !now.isBefore(trial.until());
  }

  /** Whether there is a trial that has to be taken back. */
  public boolean isOverdue(Instant now) {
    return trial != null && isOver(trial, now);
  }

  /**
   * A change to these rules. One that changes what is on trial begins a new trial, from which the
   * way back is the same; one back to what is confirmed needs no trial.
   */
  AccessState change(AccessRules rules, Actor actor, Instant now) {
    return new AccessState(
        change + 1,
        confirmed,
        rules.equals(confirmed)
            ? null
            : new Trial(rules, now.plus(LONGEST_TRIAL), actor.name(), actor.address()));
  }

  /** What is on trial holds. */
  AccessState confirm() {
    return trial == null ? this : new AccessState(change, trial.rules(), null);
  }

  /** What was confirmed last is in effect again. */
  AccessState takeBack() {
    return trial == null ? this : new AccessState(change + 1, confirmed, null);
  }
}
