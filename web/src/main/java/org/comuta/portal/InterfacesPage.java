package org.comuta.portal;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.util.List;

/** The page of interfaces. */
@Named
@ViewScoped
public class InterfacesPage extends ObjectsPage {
  /** For the container. */
  public InterfacesPage() {
    super(
        "interface",
        List.of(
            "name",
            "address",
            "udpPort",
            "tcpPort",
            "tlsPort",
            "services",
            "enabled",
            "description"));
  }
}
