package org.comuta.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.IntSupplier;
import org.comuta.identity.Actor;
import org.comuta.identity.AuditAction;
import org.comuta.identity.AuditBean;
import org.comuta.identity.AuditEntry;
import org.comuta.webhook.WebhooksBean;
import org.jspecify.annotations.Nullable;

/** What people do with deliveries to webhooks. Any thread. */
@ApplicationScoped
public class DeliveryOperations {
  private static final String KIND = "delivery";

  @Inject private WebhooksBean webhooks;
  @Inject private AuditBean audit;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public DeliveryOperations() {}

  /** Sends one that was given up anew; false when it was not given up, or is not there. */
  public boolean redeliver(String id, Actor actor) {
    return one(AuditAction.DELIVERY_REDELIVER, id, actor, webhooks.redeliver(id));
  }

  /** Sends all that were given up anew, of one webhook or, with null, of all; how many. */
  public int redeliverAll(@Nullable String webhook, Actor actor) {
    return all(
        AuditAction.DELIVERY_REDELIVER, webhook, actor, () -> webhooks.redeliverAll(webhook));
  }

  /** Deletes one, given up or not; false when it is not there. */
  public boolean delete(String id, Actor actor) {
    return one(AuditAction.DELIVERY_DELETE, id, actor, webhooks.delete(id));
  }

  /** Deletes all that were given up, of one webhook or, with null, of all; how many. */
  public int deleteDead(@Nullable String webhook, Actor actor) {
    return all(AuditAction.DELIVERY_DELETE, webhook, actor, () -> webhooks.deleteDead(webhook));
  }

  private boolean one(AuditAction action, String id, Actor actor, boolean done) {
    audit.write(
        actor, action, KIND, id, done ? AuditEntry.Outcome.DONE : AuditEntry.Outcome.REFUSED, "");
    return done;
  }

  private int all(AuditAction action, @Nullable String webhook, Actor actor, IntSupplier act) {
    int done = act.getAsInt();
    audit.write(
        actor,
        action,
        "webhook",
        webhook == null ? "" : webhook,
        AuditEntry.Outcome.DONE,
        "deliveries: " + done);
    return done;
  }
}
