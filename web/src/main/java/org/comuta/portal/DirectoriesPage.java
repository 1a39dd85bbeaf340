package org.comuta.portal;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.util.List;

/** The page of directories. */
@Named
@ViewScoped
public class DirectoriesPage extends SettingsPage {
  /** For the container. */
  public DirectoriesPage() {
    super("directory", List.of("name", "priority", "style", "hosts", "security", "enabled"));
  }
}
