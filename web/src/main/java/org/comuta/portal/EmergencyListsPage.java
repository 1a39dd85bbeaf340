package org.comuta.portal;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.util.List;

/** The page of lists of emergency numbers. */
@Named
@ViewScoped
public class EmergencyListsPage extends ObjectsPage {
  /** For the container. */
  public EmergencyListsPage() {
    super("emergency-list", List.of("name", "numbers", "enabled", "description"));
  }
}
