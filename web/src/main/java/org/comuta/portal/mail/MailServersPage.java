package org.comuta.portal.mail;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.util.List;
import org.comuta.portal.ObjectsPage;

/** The page of mail servers. */
@Named
@ViewScoped
public class MailServersPage extends ObjectsPage {
  /** For the container. */
  public MailServersPage() {
    super("mail-server", List.of("name", "host", "port", "security", "from", "description"));
  }
}
