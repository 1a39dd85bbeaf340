package org.comuta.portal.table;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.comuta.delivery.Deliveries;
import org.comuta.mail.MailBean;
import org.comuta.mail.MailDelivery;

/** Events that wait to be told by mail, and those given up. */
@ApplicationScoped
public class MailDeliveriesTable extends DeliveriesTable<MailDelivery> {
  /** Its name, the name of its page. */
  public static final String ID = "mail-deliveries";

  @Inject private MailBean mail;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public MailDeliveriesTable() {
    super(
        new Fields<>(
            MailDelivery::id,
            MailDelivery::state,
            MailDelivery::notification,
            MailDelivery::eventType,
            MailDelivery::createdAt,
            MailDelivery::attempts,
            MailDelivery::deadAt,
            MailDelivery::lastError));
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  Deliveries<MailDelivery> deliveries() {
    return mail.deliveries();
  }

  @Override
  List<Column<MailDelivery>> more(Words words) {
    return List.of();
  }

  @Override
  public List<String> standardColumns() {
    return List.of(
        "state", "receiver", "eventType", "createdAt", "attempts", "deadAt", "lastError");
  }
}
