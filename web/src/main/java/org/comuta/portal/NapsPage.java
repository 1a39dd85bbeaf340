package org.comuta.portal;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.util.List;

/** The page of NAPs. */
@Named
@ViewScoped
public class NapsPage extends ObjectsPage {
  /** For the container. */
  public NapsPage() {
    super(
        "nap",
        List.of("name", "domain", "port", "transport", "enabled", "maxCalls", "description"));
  }
}
