package org.comuta.portal.webhook;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import org.comuta.identity.Right;
import org.comuta.operation.DeliveryOperations;
import org.comuta.portal.Account;
import org.comuta.portal.Language;
import org.comuta.webhook.Delivery;
import org.comuta.webhook.DeliveryQuery;
import org.comuta.webhook.WebhooksBean;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The page of deliveries to webhooks, paged and filtered in the database. */
@Named
@ViewScoped
public class DeliveriesPage implements Serializable {
  private final class Model extends LazyDataModel<Delivery> {
    @Override
    public int count(Map<String, FilterMeta> filters) {
      return (int) Math.min(webhooks.count(query()), Integer.MAX_VALUE);
    }

    @Override
    public List<Delivery> load(
        int first, int size, Map<String, SortMeta> order, Map<String, FilterMeta> filters) {
      return webhooks.page(query(), first, size);
    }

    @Override
    public String getRowKey(Delivery delivery) {
      return delivery.id();
    }
  }

  @Inject private WebhooksBean webhooks;
  @Inject private DeliveryOperations operations;
  @Inject private Account account;
  @Inject private Language language;

  private final Model model = new Model();
  private @Nullable String webhook;
  private Delivery.@Nullable State state = Delivery.State.DEAD;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public DeliveriesPage() {}

  private DeliveryQuery query() {
    return new DeliveryQuery(chosen(), state, null);
  }

  private @Nullable String chosen() {
    return webhook == null || webhook.isBlank() ? null : webhook.strip();
  }

  public LazyDataModel<Delivery> getModel() {
    return model;
  }

  public Delivery.State[] getStates() {
    return Delivery.State.values();
  }

  /** Sends one anew. */
  public void redeliver(String id) {
    if (account.may(Right.ADMINISTER)) {
      say("deliveries.redelivered", operations.redeliver(id, account.actor()) ? 1 : 0);
    }
  }

  /** Sends all that are chosen by webhook and were given up anew. */
  public void redeliverAll() {
    if (account.may(Right.ADMINISTER)) {
      say("deliveries.redelivered", operations.redeliverAll(chosen(), account.actor()));
    }
  }

  /** Deletes one. */
  public void delete(String id) {
    if (account.may(Right.ADMINISTER)) {
      say("deliveries.deleted", operations.delete(id, account.actor()) ? 1 : 0);
    }
  }

  /** Deletes all that are chosen by webhook and were given up. */
  public void deleteAll() {
    if (account.may(Right.ADMINISTER)) {
      say("deliveries.deleted", operations.deleteDead(chosen(), account.actor()));
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

  public @Nullable String getWebhook() {
    return webhook;
  }

  public void setWebhook(@Nullable String webhook) {
    this.webhook = webhook;
  }

  public Delivery.@Nullable State getState() {
    return state;
  }

  public void setState(Delivery.@Nullable State state) {
    this.state = state;
  }
}
