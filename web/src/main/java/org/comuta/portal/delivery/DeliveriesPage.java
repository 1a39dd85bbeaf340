package org.comuta.portal.delivery;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.text.MessageFormat;
import org.comuta.identity.Right;
import org.comuta.operation.AuditedDeliveries;
import org.comuta.operation.DeliveryOperations;
import org.comuta.portal.Account;
import org.comuta.portal.Language;
import org.comuta.portal.table.Table;

/**
 * A page of deliveries to receivers of one kind.
 *
 * @param <D> one of them
 */
public abstract class DeliveriesPage<D> implements Serializable {
  @Inject private DeliveryOperations operations;
  @Inject private Account account;
  @Inject private Language language;

  @Inject private Table<D> table;

  private final String name;

  /**
   * @param name of the table
   */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  DeliveriesPage(String name) {
    this.name = name;
  }

  @PostConstruct
  void open() {
    table.show(name);
  }

  public Table<D> getTable() {
    return table;
  }

  abstract AuditedDeliveries among(DeliveryOperations operations);

  /** What one is of. */
  public abstract String receiver(D delivery);

  /** Sends one anew. */
  public void redeliver(String id) {
    if (account.may(Right.ADMINISTER)) {
      say("deliveries.redelivered", among(operations).redeliver(id, account.actor()) ? 1 : 0);
    }
  }

  /** Sends all anew that the filters find and that were given up. */
  public void redeliverAll() {
    if (account.may(Right.ADMINISTER)) {
      say(
          "deliveries.redelivered",
          among(operations)
              .redeliverAll(table.getSelection(), table.getAddress(), account.actor()));
    }
  }

  /** Deletes one. */
  public void delete(String id) {
    if (account.may(Right.ADMINISTER)) {
      say("deliveries.deleted", among(operations).delete(id, account.actor()) ? 1 : 0);
    }
  }

  /** Deletes all that the filters find and that were given up. */
  public void deleteAll() {
    if (account.may(Right.ADMINISTER)) {
      say(
          "deliveries.deleted",
          among(operations).deleteDead(table.getSelection(), table.getAddress(), account.actor()));
    }
  }

  private void say(String key, int count) {
    FacesContext.getCurrentInstance()
        .addMessage(
            null,
            new FacesMessage(
                count > 0 ? FacesMessage.SEVERITY_INFO : FacesMessage.SEVERITY_WARN,
                MessageFormat.format(language.text(key), count),
                null));
  }
}
