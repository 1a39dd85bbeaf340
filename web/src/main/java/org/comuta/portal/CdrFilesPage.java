package org.comuta.portal;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.util.List;

/** The page of series of text files. */
@Named
@ViewScoped
public class CdrFilesPage extends ObjectsPage {
  /** For the container. */
  public CdrFilesPage() {
    super(
        "cdr-file",
        List.of(
            "name", "rotation", "style", "timeZone", "retentionDays", "enabled", "description"));
  }
}
