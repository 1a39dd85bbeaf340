package org.comuta.media;

import java.time.Duration;

/**
 * How an engine is and what it has done since its start, all calls together.
 *
 * @param calls held now
 * @param portsInUse UDP ports held now of the range, at one address, of which the greatest part is
 *     taken: where calls are refused first
 * @param portsOfRange UDP ports that this range has; 0 when unknown
 * @param packetsReceived datagrams of calls taken, RTP, RTCP and other
 * @param packetsSent datagrams passed on
 * @param strangersDropped datagrams to a port of ours from somebody else
 * @param malformedDropped datagrams that were not what their line carries
 * @param processorTime of the threads that pass packets, or of the engine's process where it has
 *     one
 */
public record EngineFigures(
    int calls,
    int portsInUse,
    int portsOfRange,
    long packetsReceived,
    long packetsSent,
    long strangersDropped,
    long malformedDropped,
    Duration processorTime) {
  /** Of an engine that has done nothing, or counts nothing. */
  public static final EngineFigures NONE = new EngineFigures(0, 0, 0, 0, 0, 0, 0, Duration.ZERO);
}
