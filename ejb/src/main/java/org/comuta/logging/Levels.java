package org.comuta.logging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.comuta.logging.line.LogComponent;
import org.comuta.logging.line.LogLevel;
import org.jspecify.annotations.Nullable;

/**
 * Gives the server's loggers their levels, and back what they had before. The loggers are held
 * here, for one nobody holds forgets its level. One thread at a time.
 */
final class Levels {
  /**
   * What the server says when it has started is for whoever starts it, whatever level the rest has.
   */
  private static final String START = "org.jboss.as";

  private record Before(Logger logger, @Nullable Level level) {}

  private final Map<LogComponent, List<Logger>> loggers = new LinkedHashMap<>();
  private final List<Before> before = new ArrayList<>();

  Levels() {
    for (LogComponent component : LogComponent.values()) {
      loggers.put(component, component.loggers().stream().map(Logger::getLogger).toList());
    }
    loggers.values().forEach(list -> list.forEach(this::remember));
    Logger start = Logger.getLogger(START);
    remember(start);
    start.setLevel(Level.INFO);
  }

  private void remember(Logger logger) {
    before.add(new Before(logger, logger.getLevel()));
  }

  void set(LogComponent component, LogLevel level) {
    for (Logger logger : loggers.getOrDefault(component, List.of())) {
      // A level is set anew only where it differs, for setting one visits all loggers below.
      if (!level.level().equals(logger.getLevel())) {
        logger.setLevel(level.level());
      }
    }
  }

  void restore() {
    before.forEach(one -> one.logger().setLevel(one.level()));
  }
}
