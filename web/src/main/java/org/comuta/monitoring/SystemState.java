package org.comuta.monitoring;

import java.time.Instant;
import java.util.List;

/**
 * How the server itself fares.
 *
 * @param startedAt when its process began
 * @param revision revision of the configuration that calls run on
 * @param troubles what is wrong, the gravest first; empty when nothing is
 * @param diskFree octets free on the disk of the state folder
 * @param memoryUsed octets of the heap in use after the last collection
 * @param media whether a media engine is used
 * @param mediaPorts UDP ports in use of the range of which the greatest part is taken
 * @param mediaPortsOfRange UDP ports that this range has
 */
public record SystemState(
    Instant startedAt,
    long revision,
    List<Trouble> troubles,
    long diskFree,
    long diskTotal,
    long memoryUsed,
    long memoryMax,
    boolean media,
    long mediaCalls,
    long mediaPorts,
    long mediaPortsOfRange) {
  /** What can be wrong with a server. */
  public enum Trouble {
    /** New calls are refused, because their records might be lost. */
    JOURNAL,
    /** Nothing listens for SIP. */
    SIP,
    /** The media engine does not answer. */
    MEDIA,
    /** The database does not answer. */
    DATABASE,
    /** New calls are refused, because there is more to do than can be done. */
    OVERLOAD,
    /** Alarms worse than a warning are active, and nobody has acknowledged them. */
    ALARMS,
    /** Little room is left on the disk. */
    DISK,
    /** Little memory is left. */
    MEMORY
  }

  public SystemState {
    troubles = List.copyOf(troubles);
  }
}
