package org.comuta.sip.container.start;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Restcomm writes several lines for each call at level INFO, which a server shows by default. Its
 * loggers are set to WARNING, unless somebody configured them.
 */
final class QuietLogs {

  // Held here, for a logger nobody holds forgets its level.
  private static final List<Logger> LOGGERS =
      List.of(Logger.getLogger("org.mobicents"), Logger.getLogger("gov.nist"));

  private QuietLogs() {}

  static void arrange() {
    for (Logger logger : LOGGERS) {
      if (logger.getLevel() == null) {
        logger.setLevel(Level.WARNING);
      }
    }
  }

  static void restore() {
    for (Logger logger : LOGGERS) {
      if (Level.WARNING.equals(logger.getLevel())) {
        logger.setLevel(null);
      }
    }
  }
}
