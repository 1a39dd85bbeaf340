package org.comuta.portal;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.util.List;

/** The page of providers of identities. */
@Named
@ViewScoped
public class IdentityProvidersPage extends SettingsPage {
  /** For the container. */
  public IdentityProvidersPage() {
    super("identity-provider", List.of("name", "label", "priority", "style", "issuer", "enabled"));
  }
}
