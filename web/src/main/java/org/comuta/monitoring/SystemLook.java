package org.comuta.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comuta.alarm.Alarm;
import org.comuta.alarm.AlarmsBean;
import org.comuta.alarm.Severity;
import org.comuta.edge.MediaControl;
import org.comuta.edge.SipEdge;
import org.comuta.exchange.Exchange;
import org.comuta.media.EngineFigures;
import org.comuta.monitoring.HealthReport.Check;
import org.comuta.monitoring.SystemState.Trouble;

/** Looks how the server itself fares. Any thread; may take a second or two. */
@ApplicationScoped
public class SystemLook {
  private static final long MEGABYTE = 1024L * 1024L;

  /** So many times the room below which calls are refused is little. */
  private static final int LITTLE_ROOM = 4;

  private static final double LITTLE_MEMORY = 0.9;

  private static final Map<String, Trouble> BY_CHECK =
      Map.of(
          "journal", Trouble.JOURNAL,
          "sip", Trouble.SIP,
          "media", Trouble.MEDIA,
          "database", Trouble.DATABASE);

  @Inject private HealthChecks checks;
  @Inject private Exchange exchange;
  @Inject private AlarmsBean alarms;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public SystemLook() {}

  /** How it is now. */
  public SystemState now() {
    List<Trouble> troubles = new ArrayList<>();
    for (Check check : checks.ready().checks()) {
      Trouble trouble = BY_CHECK.get(check.name());
      if (!check.up() && trouble != null) {
        troubles.add(trouble);
      }
    }
    if (exchange.edges().sip().map(SipEdge::overloaded).orElse(false)) {
      troubles.add(Trouble.OVERLOAD);
    }
    if (alarms.active().stream().anyMatch(SystemLook::isUrgent)) {
      troubles.add(Trouble.ALARMS);
    }
    File state = new File(System.getProperty("comuta.state.dir", "."));
    long free = state.getUsableSpace();
    long limit = Long.getLong("comuta.records.free.megabytes", 256) * MEGABYTE;
    if (free < LITTLE_ROOM * limit) {
      troubles.add(Trouble.DISK);
    }
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    long used = usedAfterCollection().orElse(heap.getUsed());
    if (heap.getMax() > 0 && used > LITTLE_MEMORY * heap.getMax()) {
      troubles.add(Trouble.MEMORY);
    }
    troubles.sort(null);
    Optional<MediaControl> media = exchange.edges().media();
    Optional<EngineFigures> engine = media.flatMap(MediaLook::at);
    return new SystemState(
        Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
        exchange.configuration().current().revision(),
        troubles,
        free,
        state.getTotalSpace(),
        used,
        heap.getMax(),
        media.isPresent(),
        engine.map(figures -> (long) figures.calls()).orElse(0L),
        engine.map(figures -> (long) figures.portsInUse()).orElse(0L),
        engine.map(figures -> (long) figures.portsOfRange()).orElse(0L));
  }

  private static boolean isUrgent(Alarm alarm) {
    return alarm.condition().severity() != Severity.WARNING && !alarm.isAcknowledged();
  }

  private static Optional<Long> usedAfterCollection() {
    long sum = 0;
    boolean known = false;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      MemoryUsage after = pool.getType() == MemoryType.HEAP ? pool.getCollectionUsage() : null;
      if (after != null) {
        sum += after.getUsed();
        known = true;
      }
    }
    return known && sum > 0 ? Optional.of(sum) : Optional.empty();
  }
}
