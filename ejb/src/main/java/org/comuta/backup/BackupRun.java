package org.comuta.backup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One backup that a schedule made, or tried to. Immutable; the words of the API.
 *
 * @param node name of the server that made it
 * @param requestedBy user who asked for it; empty when its time had come
 * @param endedAt null while it runs
 * @param fileName its name at the destination; empty when it did not get there
 * @param removed how many older ones were taken away
 * @param detail why it failed; empty otherwise
 */
public record BackupRun(
    long id,
    String schedule,
    String node,
    String requestedBy,
    Instant startedAt,
    @Nullable Instant endedAt,
    Outcome outcome,
    String fileName,
    long octets,
    int removed,
    String detail) {
  /** Why one failed that a stop of its server ended. */
  static final String STOPPED = "The server was stopped meanwhile.";

  /** What came of it. */
  public enum Outcome {
    RUNNING,
    DONE,
    FAILED
  }

  /** What a run that ended has to say. */
  public record Result(Outcome outcome, String fileName, long octets, int removed, String detail) {
    static Result failed(String why) {
      return new Result(Outcome.FAILED, "", 0, 0, why);
    }
  }
}
