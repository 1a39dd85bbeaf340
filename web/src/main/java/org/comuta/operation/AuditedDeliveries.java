package org.comuta.operation;

import java.util.function.IntSupplier;
import org.comuta.delivery.Deliveries;
import org.comuta.identity.Actor;
import org.comuta.identity.AuditAction;
import org.comuta.identity.AuditBean;
import org.comuta.identity.AuditEntry;
import org.comuta.listing.Selection;
import org.jspecify.annotations.Nullable;

/** What people do with deliveries to receivers of one kind, in the audit log. Any thread. */
public final class AuditedDeliveries {
  private static final String KIND = "delivery";

  private final Deliveries<?> deliveries;
  private final String receiverKind;
  private final AuditBean audit;

  AuditedDeliveries(Deliveries<?> deliveries, String receiverKind, AuditBean audit) {
    this.deliveries = deliveries;
    this.receiverKind = receiverKind;
    this.audit = audit;
  }

  /** Sends one that was given up anew; false when it was not given up, or is not there. */
  public boolean redeliver(String id, Actor actor) {
    return one(AuditAction.DELIVERY_REDELIVER, id, actor, deliveries.redeliver(id));
  }

  /** Sends all that were given up anew, of one receiver or, with null, of all; how many. */
  public int redeliverAll(@Nullable String receiver, Actor actor) {
    return all(
        AuditAction.DELIVERY_REDELIVER, receiver, actor, () -> deliveries.redeliverAll(receiver));
  }

  /**
   * Sends all anew that are looked for and were given up; how many.
   *
   * @param filters the same for the audit log
   */
  public int redeliverAll(Selection selection, String filters, Actor actor) {
    return found(
        AuditAction.DELIVERY_REDELIVER, filters, actor, deliveries.redeliverAll(selection));
  }

  /** Deletes one, given up or not; false when it is not there. */
  public boolean delete(String id, Actor actor) {
    return one(AuditAction.DELIVERY_DELETE, id, actor, deliveries.delete(id));
  }

  /** Deletes all that were given up, of one receiver or, with null, of all; how many. */
  public int deleteDead(@Nullable String receiver, Actor actor) {
    return all(AuditAction.DELIVERY_DELETE, receiver, actor, () -> deliveries.deleteDead(receiver));
  }

  /** Deletes all that are looked for and were given up; how many. */
  public int deleteDead(Selection selection, String filters, Actor actor) {
    return found(AuditAction.DELIVERY_DELETE, filters, actor, deliveries.deleteDead(selection));
  }

  private int found(AuditAction action, String filters, Actor actor, int done) {
    audit.write(
        actor,
        action,
        receiverKind,
        "",
        AuditEntry.Outcome.DONE,
        "deliveries: " + done + ", filters: " + filters);
    return done;
  }

  private boolean one(AuditAction action, String id, Actor actor, boolean done) {
    audit.write(
        actor, action, KIND, id, done ? AuditEntry.Outcome.DONE : AuditEntry.Outcome.REFUSED, "");
    return done;
  }

  private int all(AuditAction action, @Nullable String receiver, Actor actor, IntSupplier act) {
    int done = act.getAsInt();
    audit.write(
        actor,
        action,
        receiverKind,
        receiver == null ? "" : receiver,
        AuditEntry.Outcome.DONE,
        "deliveries: " + done);
    return done;
  }
}
