package org.comuta.access;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.comuta.archive.BackupPart;
import org.comuta.archive.JsonPart;
import org.comuta.archive.RestoreRequest;
import org.comuta.description.Problem;
import org.comuta.identity.Actor;
import org.comuta.network.Addresses;

/**
 * The access lists in backups. Restored, they are on trial as any change of them is; those that
 * certainly shut out whoever restores are refused.
 */
@Dependent
public class AccessBackup {
  /** Puts rules on trial, in the transaction that restores. */
  interface Change {
    void to(AccessRules rules, Actor actor);
  }

  private static final List<Service> WAYS_BACK = List.of(Service.PORTAL, Service.API);

  @Resource(lookup = "java:jboss/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transaction;

  @EJB private AccessTransactions transactions;
  @Inject private AccessLists lists;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public AccessBackup() {}

  @Produces
  @Singleton
  BackupPart lists() {
    return lists(() -> transactions.load().confirmed(), this::change);
  }

  static BackupPart lists(Supplier<AccessRules> confirmed, Change change) {
    return new JsonPart(
        "access-lists",
        new JsonPart.Settings() {
          @Override
          public JsonObject now() {
            return AccessRulesJson.write(confirmed.get());
          }

          @Override
          public List<Problem> check(JsonObject wanted, RestoreRequest request) {
            List<Problem> problems = new ArrayList<>();
            AccessRules rules = AccessRulesJson.read(wanted, problems);
            problems.addAll(rules.check());
            return problems.isEmpty() ? shutOut(rules, request.address()) : problems;
          }

          @Override
          public List<String> notes() {
            return List.of(
                "The access lists are on trial once they are restored: unless they are confirmed"
                    + " within %d seconds, they are taken back."
                        .formatted(AccessState.LONGEST_TRIAL.toSeconds()));
          }

          @Override
          public void keep(JsonObject wanted, RestoreRequest request) {
            change.to(
                AccessRulesJson.read(wanted, new ArrayList<>()),
                new Actor(request.user(), request.address()));
          }
        });
  }

  /** Rules that let the address in to neither portal nor API could be confirmed by nobody there. */
  private static List<Problem> shutOut(AccessRules rules, String address) {
    if (!Addresses.isAddress(address)) {
      return List.of();
    }
    AccessMatcher matcher = new AccessMatcher(rules);
    List<AccessMatcher.Verdict> verdicts =
        WAYS_BACK.stream().map(way -> matcher.decide(way, InetAddress.ofLiteral(address))).toList();
    if (verdicts.stream().anyMatch(AccessMatcher.Verdict::letIn)) {
      return List.of();
    }
    String field =
        verdicts.stream()
            .flatMap(verdict -> Stream.ofNullable(verdict.rule()))
            .findFirst()
            .map(rule -> "rules[" + rule + "]")
            .orElse("defaultAction");
    return List.of(
        new Problem(
            field,
            "conflict",
            "%s: whoever restores, from %s, would be shut out of portal and API; restore without"
                    .formatted(field, address)
                + " access-lists, or on the machine itself."));
  }

  private void change(AccessRules rules, Actor actor) {
    if (transactions.restore(rules, actor, lists.now()) instanceof AccessOutcome.Done done) {
      publishWhenCommitted(done.state());
    }
  }

  private void publishWhenCommitted(AccessState state) {
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              lists.publish(state);
            }
          }
        });
  }
}
