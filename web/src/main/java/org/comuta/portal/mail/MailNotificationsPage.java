package org.comuta.portal.mail;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.util.List;
import org.comuta.portal.ObjectsPage;

/** The page of notifications by mail. */
@Named
@ViewScoped
public class MailNotificationsPage extends ObjectsPage {
  /** For the container. */
  public MailNotificationsPage() {
    super(
        "mail-notification",
        List.of("name", "recipients", "events", "severities", "server", "enabled", "description"));
  }
}
