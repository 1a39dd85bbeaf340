package org.comuta.portal.logs;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.comuta.logging.line.LogComponent;
import org.comuta.logging.line.LogLevel;

/** What is chosen for one component. One view each. */
public class LevelRow implements Serializable {
  private static final long serialVersionUID = 1L;

  private final LogComponent component;
  private LogLevel level;
  private boolean never;

  LevelRow(LogComponent component, LogLevel level, boolean never) {
    this.component = component;
    this.level = level;
    this.never = never;
  }

  public LogComponent getComponent() {
    return component;
  }

  /** The levels it can have. */
  public List<LogLevel> getLevels() {
    return Arrays.stream(LogLevel.values()).filter(one -> one.within(component.finest())).toList();
  }

  public LogLevel getLevel() {
    return level;
  }

  public void setLevel(LogLevel level) {
    this.level = level;
  }

  public boolean isNever() {
    return never;
  }

  public void setNever(boolean never) {
    this.never = never;
  }
}
