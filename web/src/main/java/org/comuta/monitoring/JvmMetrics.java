package org.comuta.monitoring;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.ObjectName;

/** Metrics of the virtual machine and its process. */
final class JvmMetrics {
  private JvmMetrics() {}

  static void addTo(Exposition metrics) {
    memory(metrics);
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      metrics.counter(
          "jvm_gc_collections_total",
          "Garbage collections.",
          collector.getCollectionCount(),
          "collector",
          collector.getName());
      metrics.counter(
          "jvm_gc_seconds_total",
          "Time spent on garbage collection.",
          collector.getCollectionTime() / 1e3,
          "collector",
          collector.getName());
    }
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    metrics.gauge("jvm_threads", "Platform threads now.", threads.getThreadCount());
    metrics.gauge(
        "jvm_threads_peak", "Most platform threads at once.", threads.getPeakThreadCount());
    metrics.gauge(
        "process_start_time_seconds",
        "When the server started, in seconds since 1970.",
        ManagementFactory.getRuntimeMXBean().getStartTime() / 1e3);
    operatingSystem("ProcessCpuTime")
        .ifPresent(
            nanoseconds ->
                metrics.counter(
                    "process_cpu_seconds_total",
                    "Processor time of the server.",
                    nanoseconds / (double) TimeUnit.SECONDS.toNanos(1)));
    operatingSystem("OpenFileDescriptorCount")
        .ifPresent(count -> metrics.gauge("process_open_fds", "File descriptors open now.", count));
    operatingSystem("MaxFileDescriptorCount")
        .ifPresent(
            count ->
                metrics.gauge("process_max_fds", "Most file descriptors that can be open.", count));
  }

  /** By name, because the types of these attributes are not for deployments to see. */
  private static Optional<Long> operatingSystem(String attribute) {
    try {
      Object value =
          ManagementFactory.getPlatformMBeanServer()
              .getAttribute(
                  ObjectName.getInstance(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME),
                  attribute);
      return value instanceof Long number ? Optional.of(number) : Optional.empty();
    } catch (JMException unknownHere) {
      return Optional.empty();
    }
  }

  private static void memory(Exposition metrics) {
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      MemoryUsage usage = pool.getUsage();
      if (usage == null) {
        continue;
      }
      String[] labels = {
        "area", pool.getType().name().toLowerCase(Locale.ROOT), "pool", pool.getName()
      };
      metrics.gauge("jvm_memory_used_bytes", "Memory in use, by pool.", usage.getUsed(), labels);
      metrics.gauge(
          "jvm_memory_committed_bytes",
          "Memory the virtual machine holds, by pool.",
          usage.getCommitted(),
          labels);
      if (usage.getMax() >= 0) {
        metrics.gauge(
            "jvm_memory_max_bytes", "Most memory there can be, by pool.", usage.getMax(), labels);
      }
      MemoryUsage afterCollection = pool.getCollectionUsage();
      if (afterCollection != null) {
        metrics.gauge(
            "jvm_memory_used_after_gc_bytes",
            "Memory in use after the last collection, by pool.",
            afterCollection.getUsed(),
            labels);
      }
    }
  }
}
