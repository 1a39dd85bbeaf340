package org.comuta.certificate;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Who watches when our certificates end; implemented by whoever raises alarms. */
public interface ExpiryWatch {
  /** So long before its end a certificate ends soon. */
  Duration SOON = Duration.ofDays(30);

  /**
   * Told every ten seconds.
   *
   * @param ends the names of all certificates in use, and when each ends
   */
  void inUse(Map<String, Instant> ends);
}
