package org.comuta.portal.webhook;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.util.List;
import org.comuta.portal.ObjectsPage;

/** The page of webhooks. */
@Named
@ViewScoped
public class WebhooksPage extends ObjectsPage {
  /** For the container. */
  public WebhooksPage() {
    super("webhook", List.of("name", "url", "events", "naps", "enabled", "description"));
  }
}
