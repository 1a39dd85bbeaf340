package org.comuta.access;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** The access lists in the database, within one transaction. */
final class AccessStore {
  private final EntityManager entities;

  AccessStore(EntityManager entities) {
    this.entities = entities;
  }

  /** How they stand. */
  AccessState load() {
    return state(entities.find(AccessEntity.class, AccessEntity.ONLY));
  }

  /** The same, and nobody else changes them before the transaction ends. */
  AccessState lock() {
    return state(
        entities.find(AccessEntity.class, AccessEntity.ONLY, LockModeType.PESSIMISTIC_WRITE));
  }

  private static AccessState state(AccessEntity row) {
    String rules = row.trial;
    Instant until = row.trialUntil;
    return new AccessState(
        row.change,
        AccessRulesJson.parse(row.confirmed),
        rules == null || until == null
            ? null
            : new Trial(
                AccessRulesJson.parse(rules),
                until,
                Objects.requireNonNullElse(row.trialBy, ""),
                Objects.requireNonNullElse(row.trialFrom, "")));
  }

  /** Makes them stand so. */
  void save(AccessState state) {
    AccessEntity row = entities.find(AccessEntity.class, AccessEntity.ONLY);
    Trial trial = state.trial();
    row.change = state.change();
    row.confirmed = AccessRulesJson.write(state.confirmed()).toString();
    row.trial = trial == null ? null : AccessRulesJson.write(trial.rules()).toString();
    row.trialUntil = trial == null ? null : trial.until().truncatedTo(ChronoUnit.MICROS);
    row.trialBy = trial == null ? null : trial.user();
    row.trialFrom = trial == null ? null : trial.address();
  }
}
