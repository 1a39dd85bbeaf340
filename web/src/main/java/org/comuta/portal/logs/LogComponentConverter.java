package org.comuta.portal.logs;

import jakarta.faces.convert.EnumConverter;
import jakarta.faces.convert.FacesConverter;
import org.comuta.logging.line.LogComponent;

/** Components in lists of boxes, whose elements' type pages do not know. */
@FacesConverter("logComponent")
public class LogComponentConverter extends EnumConverter {
  public LogComponentConverter() {
    super(LogComponent.class);
  }
}
