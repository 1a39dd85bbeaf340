package org.comuta.sip.container.stack;

import gov.nist.core.StackLogger;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * JAIN-SIP's log: warnings and errors only, and of those a few each minute, for many of them can be
 * provoked from outside. Whether its debug messages are built at all is asked hundreds of times for
 * each call, so the answer is a constant. Made by the stack, by its name.
 */
public final class QuietStackLogger implements StackLogger {

  private static final Logger LOG = LoggerFactory.getLogger("gov.nist.javax.sip");
  private static final int LINES_EACH_MINUTE = 20;
  private static final long MINUTE_NANOS = 60_000_000_000L;

  private final AtomicInteger lines = new AtomicInteger();
  private volatile long minuteBegan = System.nanoTime();

  @Override
  public boolean isLoggingEnabled() {
    return true;
  }

  @Override
  public boolean isLoggingEnabled(int level) {
    return level <= TRACE_WARN;
  }

  private boolean mayLog() {
    long now = System.nanoTime();
    if (now - minuteBegan > MINUTE_NANOS) {
      minuteBegan = now;
      int suppressed = lines.getAndSet(0) - LINES_EACH_MINUTE;
      if (suppressed > 0) {
        LOG.warn("{} further messages of the SIP stack were not logged", suppressed);
      }
    }
    return lines.incrementAndGet() <= LINES_EACH_MINUTE;
  }

  @Override
  public void logException(@Nullable Throwable failure) {
    if (mayLog()) {
      LOG.warn("SIP stack", failure);
    }
  }

  @Override
  public void logFatalError(String message) {
    logError(message);
  }

  @Override
  public void logError(String message) {
    if (mayLog()) {
      LOG.warn("{}", message);
    }
  }

  @Override
  public void logError(String message, @Nullable Exception failure) {
    if (mayLog()) {
      LOG.warn("{}", message, failure);
    }
  }

  @Override
  public void logWarning(String message) {
    if (mayLog()) {
      LOG.info("{}", message);
    }
  }

  @Override
  public void logInfo(String message) {}

  @Override
  public void logDebug(String message) {}

  @Override
  public void logDebug(String message, @Nullable Exception failure) {}

  @Override
  public void logTrace(String message) {}

  @Override
  public void logStackTrace() {}

  @Override
  public void logStackTrace(int level) {}

  @Override
  public int getLineCount() {
    return 0;
  }

  @Override
  public void disableLogging() {}

  @Override
  public void enableLogging() {}

  @Override
  public void setBuildTimeStamp(String stamp) {}

  @Override
  public void setStackProperties(Properties properties) {}

  @Override
  public String getLoggerName() {
    return LOG.getName();
  }
}
