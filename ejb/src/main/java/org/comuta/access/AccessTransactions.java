package org.comuta.access;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.comuta.description.Problem;
import org.comuta.identity.Actor;
import org.comuta.identity.AuditAction;
import org.comuta.identity.AuditBean;
import org.comuta.identity.AuditEntry.Outcome;
import org.jspecify.annotations.Nullable;

/** Changes of the access lists, each with its entry of the audit log as one transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AccessTransactions {
  @PersistenceContext(unitName = "comuta")
  private EntityManager entities;

  @Inject private AuditBean audit;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public AccessTransactions() {}

  /** How the lists stand in the database. */
  public AccessState load() {
    return store().load();
  }

  /** Puts rules on trial. */
  public AccessOutcome change(
      AccessRules given, @Nullable Long expected, Actor actor, Instant now) {
    AccessRules rules = given.canonical();
    List<Problem> problems = rules.check();
    AccessStore store = store();
    AccessState before = store.lock();
    if (!problems.isEmpty()) {
      write(actor, AuditAction.ACCESS_LISTS_SAVE, Outcome.REFUSED, problems.getFirst().message());
      return new AccessOutcome.Invalid(problems);
    }
    if (before.isOverdue(now)) {
      before = takeBack(before, Actor.SERVER);
    }
    if (expected != null && expected != before.change()) {
      return new AccessOutcome.Stale(before);
    }
    AccessRules inEffect = before.inEffect(now);
    if (rules.equals(inEffect)) {
      return new AccessOutcome.Done(before);
    }
    AccessState after = before.change(rules, actor, now);
    store.save(after);
    write(
        actor, AuditAction.ACCESS_LISTS_SAVE, Outcome.DONE, AccessDifferences.of(inEffect, rules));
    return new AccessOutcome.Done(after);
  }

  /** Puts rules on trial that come from a backup, in the transaction that restores. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public AccessOutcome restore(AccessRules rules, Actor actor, Instant now) {
    return change(rules, null, actor, now);
  }

  /** Makes what is on trial hold. */
  public AccessOutcome confirm(@Nullable Long expected, Actor actor, Instant now) {
    AccessState before = store().lock();
    if (before.isOverdue(now)) {
      return new AccessOutcome.Stale(takeBack(before, Actor.SERVER));
    }
    if (expected != null && expected != before.change()) {
      return new AccessOutcome.Stale(before);
    }
    Trial trial = before.trial();
    if (trial == null) {
      return new AccessOutcome.NothingOnTrial();
    }
    AccessState after = before.confirm();
    store().save(after);
    write(
        actor,
        AuditAction.ACCESS_LISTS_CONFIRM,
        Outcome.DONE,
        AccessDifferences.of(before.confirmed(), trial.rules()));
    return new AccessOutcome.Done(after);
  }

  /** Takes back what is on trial. */
  public AccessOutcome takeBack(Actor actor) {
    AccessState before = store().lock();
    return before.trial() == null
        ? new AccessOutcome.NothingOnTrial()
        : new AccessOutcome.Done(takeBack(before, actor));
  }

  /** Takes back what nobody confirmed in time; how the lists stand then. */
  public AccessState takeBackOverdue(Instant now) {
    AccessState before = store().lock();
    return before.isOverdue(now) ? takeBack(before, Actor.SERVER) : before;
  }

  private AccessState takeBack(AccessState before, Actor actor) {
    AccessState after = before.takeBack();
    store().save(after);
    Trial trial = before.trial();
    if (trial != null) {
      write(
          actor,
          AuditAction.ACCESS_LISTS_TAKE_BACK,
          Outcome.DONE,
          AccessDifferences.of(trial.rules(), before.confirmed()));
    }
    return after;
  }

  private void write(Actor actor, AuditAction action, Outcome outcome, String detail) {
    audit.write(actor, action, "access-lists", "", outcome, detail);
  }

  private AccessStore store() {
    return new AccessStore(entities);
  }
}
