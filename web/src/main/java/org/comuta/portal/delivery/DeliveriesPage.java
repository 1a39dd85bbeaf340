package org.comuta.portal.delivery;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comuta.delivery.Deliveries;
import org.comuta.delivery.DeliveryQuery;
import org.comuta.delivery.DeliveryState;
import org.comuta.identity.Right;
import org.comuta.operation.AuditedDeliveries;
import org.comuta.operation.DeliveryOperations;
import org.comuta.portal.Account;
import org.comuta.portal.Language;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/**
 * A page of deliveries to receivers of one kind, paged and filtered in the database.
 *
 * @param <D> one of them
 */
public abstract class DeliveriesPage<D> implements Serializable {
  private final class Model extends LazyDataModel<D> {
    @Override
    public int count(Map<String, FilterMeta> filters) {
      return (int) Math.min(deliveries().count(query()), Integer.MAX_VALUE);
    }

    @Override
    public List<D> load(
        int first, int size, Map<String, SortMeta> order, Map<String, FilterMeta> filters) {
      return deliveries().page(query(), first, size);
    }

    @Override
    public String getRowKey(D delivery) {
      return id(delivery);
    }
  }

  @Inject private DeliveryOperations operations;
  @Inject private Account account;
  @Inject private Language language;

  private final Model model = new Model();
  private @Nullable String receiver;
  private @Nullable DeliveryState state = DeliveryState.DEAD;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  DeliveriesPage() {}

  abstract Deliveries<D> deliveries();

  abstract AuditedDeliveries among(DeliveryOperations operations);

  abstract String id(D delivery);

  /** What one is of. */
  public abstract String receiver(D delivery);

  /** When one is sent next or was given up; null when only its receiver knows. */
  public abstract @Nullable Instant moment(D delivery);

  private DeliveryQuery query() {
    return new DeliveryQuery(chosen(), state, null);
  }

  private @Nullable String chosen() {
    return receiver == null || receiver.isBlank() ? null : receiver.strip();
  }

  public LazyDataModel<D> getModel() {
    return model;
  }

  public DeliveryState[] getStates() {
    return DeliveryState.values();
  }

  /** Sends one anew. */
  public void redeliver(String id) {
    if (account.may(Right.ADMINISTER)) {
      say("deliveries.redelivered", among(operations).redeliver(id, account.actor()) ? 1 : 0);
    }
  }

  /** Sends all that are chosen by receiver and were given up anew. */
  public void redeliverAll() {
    if (account.may(Right.ADMINISTER)) {
      say("deliveries.redelivered", among(operations).redeliverAll(chosen(), account.actor()));
    }
  }

  /** Deletes one. */
  public void delete(String id) {
    if (account.may(Right.ADMINISTER)) {
      say("deliveries.deleted", among(operations).delete(id, account.actor()) ? 1 : 0);
    }
  }

  /** Deletes all that are chosen by receiver and were given up. */
  public void deleteAll() {
    if (account.may(Right.ADMINISTER)) {
      say("deliveries.deleted", among(operations).deleteDead(chosen(), account.actor()));
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

  public @Nullable String getReceiver() {
    return receiver;
  }

  public void setReceiver(@Nullable String receiver) {
    this.receiver = receiver;
  }

  public @Nullable DeliveryState getState() {
    return state;
  }

  public void setState(@Nullable DeliveryState state) {
    this.state = state;
  }
}
