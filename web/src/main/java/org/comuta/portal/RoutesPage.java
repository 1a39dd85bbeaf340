package org.comuta.portal;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.util.List;

/** The page of routes. */
@Named
@ViewScoped
public class RoutesPage extends ObjectsPage {
  /** For the container. */
  public RoutesPage() {
    super(
        "route",
        List.of(
            "name",
            "priority",
            "originNap",
            "destinationNap",
            "calledNumber",
            "callingNumber",
            "rewriteCalled",
            "enabled"));
  }
}
