package org.comuta.access;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.InetAddress;
import org.comuta.database.DatabaseTrouble;
import org.comuta.identity.Actor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The access lists: operational, so a change counts at once, on trial. Whoever changes, confirms or
 * takes back is audited. Any thread.
 */
@Singleton
@Startup
@DependsOn("SchemaBean")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccessBean {
  private static final Logger LOG = LoggerFactory.getLogger(AccessBean.class);

  @EJB private AccessTransactions transactions;
  @Inject private AccessLists lists;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public AccessBean() {}

  /** Whoever made a change and could not confirm it may have restarted the server for that. */
  @PostConstruct
  void begin() {
    transactions.takeBack(Actor.SERVER);
    lists.publish(transactions.load());
  }

  /** Takes back what nobody confirmed, and follows what another node changed. */
  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  public void look() {
    try {
      state();
    } catch (RuntimeException failure) {
      if (!DatabaseTrouble.isBehind(failure)) {
        throw failure;
      }
      LOG.debug("The access lists cannot be read again: {}", failure.toString());
    }
  }

  /** How the lists stand. */
  public AccessState state() {
    AccessState stored = transactions.load();
    AccessState state =
        stored.isOverdue(lists.now()) ? transactions.takeBackOverdue(lists.now()) : stored;
    lists.publish(state);
    return state;
  }

  /** How they stood when they were looked at last, a few seconds ago at most. */
  public AccessState latest() {
    return lists.state();
  }

  /**
   * Puts these rules into effect, on trial.
   *
   * @param expected number of the change that is to be changed; null for whichever
   */
  public AccessOutcome change(AccessRules rules, @Nullable Long expected, Actor actor) {
    return published(transactions.change(rules, expected, actor, lists.now()));
  }

  /**
   * Makes what is on trial hold.
   *
   * @param expected number of the change that is confirmed; null for whichever
   */
  public AccessOutcome confirm(@Nullable Long expected, Actor actor) {
    return published(transactions.confirm(expected, actor, lists.now()));
  }

  /** Ends the trial before its time. */
  public AccessOutcome takeBack(Actor actor) {
    return published(transactions.takeBack(actor));
  }

  private AccessOutcome published(AccessOutcome outcome) {
    switch (outcome) {
      case AccessOutcome.Done done -> lists.publish(done.state());
      case AccessOutcome.Stale stale -> lists.publish(stale.state());
      case AccessOutcome.Invalid ignored -> {}
      case AccessOutcome.NothingOnTrial ignored -> {}
    }
    return outcome;
  }

  /** How this address would be judged now. */
  public AccessMatcher.Verdict decide(Service service, InetAddress address) {
    return lists.decide(service, address);
  }
}
