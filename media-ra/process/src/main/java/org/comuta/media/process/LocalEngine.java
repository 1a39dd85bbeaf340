package org.comuta.media.process;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.comuta.media.CallMedia;
import org.comuta.media.CallPorts;
import org.comuta.media.CallStatistics;
import org.comuta.media.EngineFigures;
import org.comuta.media.MediaEngine;
import org.comuta.media.MediaListener;
import org.comuta.media.PortRange;
import org.comuta.media.engine.EngineMetrics;
import org.comuta.media.engine.EngineMetrics.ThreadMetrics;
import org.comuta.media.engine.EngineSettings;
import org.comuta.media.engine.RelayEngine;

/** The engine in this very process, with its figures. Any thread. */
public final class LocalEngine implements MediaEngine, AutoCloseable {
  private final RelayEngine engine;

  private LocalEngine(RelayEngine engine) {
    this.engine = engine;
  }

  /**
   * Makes it.
   *
   * @param threads that relay; 0: one a processor
   * @throws IllegalArgumentException when a setting makes no sense
   */
  public static LocalEngine start(PortRange ports, int threads) {
    EngineSettings settings = EngineSettings.defaults().withPorts(ports.first(), ports.last());
    return new LocalEngine(
        new RelayEngine(threads == 0 ? settings : settings.withThreads(threads)));
  }

  @Override
  public CompletionStage<CallPorts> set(CallMedia media) {
    return engine.set(media);
  }

  @Override
  public CompletionStage<CallStatistics> statistics(String callId) {
    return engine.statistics(callId);
  }

  @Override
  public CompletionStage<CallStatistics> end(String callId) {
    return engine.end(callId);
  }

  @Override
  public CompletionStage<Set<String>> claim(Collection<String> callIds) {
    return engine.claim(callIds);
  }

  @Override
  public CompletionStage<EngineFigures> figures() {
    return CompletableFuture.completedFuture(figuresNow());
  }

  /** The same at once. */
  public EngineFigures figuresNow() {
    EngineMetrics metrics = engine.metrics();
    long relayed = metrics.total(ThreadMetrics::packetsRelayed);
    long strangers = metrics.total(ThreadMetrics::strangersDropped);
    long malformed = metrics.total(ThreadMetrics::malformedDropped);
    long unsent = metrics.total(ThreadMetrics::unsent);
    return new EngineFigures(
        (int) metrics.total(ThreadMetrics::calls),
        metrics.fullestRange().inUse(),
        metrics.fullestRange().ports(),
        relayed + unsent,
        relayed,
        strangers,
        malformed,
        Duration.ofNanos(metrics.total(thread -> Math.max(0, thread.processorNanos()))));
  }

  @Override
  public void listen(MediaListener listener) {
    engine.listen(listener);
  }

  @Override
  public void close() {
    engine.close();
  }
}
