package org.comuta.certificate;

import java.time.Instant;

/** Who is told when a certificate of ours is about to end; implemented by whoever raises alarms. */
public interface ExpiryWarnings {
  /** A certificate in use ends within 30 days, or has ended. Told again every hour. */
  void endsSoon(String name, Instant end);

  /** It does not any more. Told again every hour. */
  void isFine(String name);
}
