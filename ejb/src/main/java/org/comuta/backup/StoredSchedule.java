package org.comuta.backup;

import jakarta.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as it is kept, and what becomes of it.
 *
 * @param body its fields, secrets masked
 * @param nextRun null when it is not enabled
 * @param lastRun null when there was none yet
 */
public record StoredSchedule(
    BackupSchedule schedule,
    JsonObject body,
    @Nullable Instant nextRun,
    @Nullable BackupRun lastRun) {}
