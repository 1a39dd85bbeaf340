package org.restcomm.commons.statistics.reporter;

import com.codahale.metrics.MetricRegistry;
import java.util.concurrent.TimeUnit;

/**
 * Stands where Restcomm expects its statistics reporter, and reports nothing. The published one
 * calls an outside host every day, also when told not to.
 */
public final class RestcommStatsReporter {

  private static final RestcommStatsReporter INSTANCE = new RestcommStatsReporter();
  private static final MetricRegistry METRICS = new MetricRegistry();

  public static RestcommStatsReporter getRestcommStatsReporter() {
    return INSTANCE;
  }

  public static MetricRegistry getMetricRegistry() {
    return METRICS;
  }

  public void setRemoteServer(String address) {}

  public void setProjectName(String name) {}

  public void setProjectType(String type) {}

  public void setVersion(String version) {}

  public void start(long period, TimeUnit unit) {}

  public void stop() {}
}
