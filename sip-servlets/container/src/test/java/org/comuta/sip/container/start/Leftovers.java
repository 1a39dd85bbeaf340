package org.comuta.sip.container.start;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import javax.management.ObjectName;

/** What a stopped container must not leave behind. */
final class Leftovers {

  private static final List<String> NAMES =
      List.of("comuta", "sip", "EventScanner", "ReInviteSender", "MSS", "Timer-");
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Leftovers() {}

  /** Waits until the container's threads have ended; fails when one does not. */
  static void awaitNoThreads() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      boolean ours = NAMES.stream().anyMatch(thread.getName()::contains);
      if (ours && !thread.join(PATIENCE)) {
        throw new AssertionError("still running: " + thread);
      }
    }
  }

  static List<String> managementBeans() {
    return ManagementFactory.getPlatformMBeanServer().queryNames(null, null).stream()
        .map(ObjectName::toString)
        .filter(name -> name.toLowerCase(java.util.Locale.ROOT).contains("sip"))
        .toList();
  }
}
