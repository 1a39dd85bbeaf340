package org.comuta.identity;

import org.jspecify.annotations.Nullable;

/**
 * Whether the audit log is as it was written.
 *
 * @param intact whether every hash is right, from the beginning to the end of the chain
 * @param entries how many entries the chain has
 * @param unchained entries from before there was a chain, of which nothing can be said
 * @param problem what is wrong; null when nothing is
 * @param brokenAt the first entry that is not as it was written; null when there is none, or it is
 *     gone
 * @param lastId the last entry
 * @param lastHash its hash: kept elsewhere, it shows later whether the log until then is the same
 */
public record AuditVerification(
    boolean intact,
    long entries,
    long unchained,
    @Nullable String problem,
    @Nullable Long brokenAt,
    long lastId,
    String lastHash) {}
