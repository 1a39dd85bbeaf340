package org.comuta.portal;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.util.List;

/** The page of rules that block sources of SIP. */
@Named
@ViewScoped
public class IntrusionRulesPage extends ObjectsPage {
  /** For the container. */
  public IntrusionRulesPage() {
    super(
        "intrusion-rule",
        List.of(
            "name", "detection", "attempts", "interval", "blockTime", "enabled", "description"));
  }
}
