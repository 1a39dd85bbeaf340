package org.comuta.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes the chain of the audit log again. Any thread; reads only. */
final class AuditVerifier {
  private final AuditLog log;
  private long lastId;
  private String lastHash;
  private long entries;

  private AuditVerifier(AuditLog log, AuditLog.Ends ends) {
    this.log = log;
    this.lastId = ends.anchorId();
    this.lastHash = ends.anchorHash();
  }

  /** Looks at everything from where the chain begins; entries may be written meanwhile. */
  static AuditVerification verify(AuditLog log) {
    AuditLog.Ends ends = log.ends();
    AuditVerifier verifier = new AuditVerifier(log, ends);
    return verifier.run(log.countUntil(ends.anchorId()), ends);
  }

  private AuditVerification run(long unchained, AuditLog.Ends begun) {
    if (!begun.anchorHash().equals(AuditChain.BEGINNING)) {
      String detail = log.lastDetail(AuditAction.AUDIT_RETENTION);
      if (detail == null || !detail.endsWith("hash " + begun.anchorHash())) {
        return broken(unchained, "The entry that tells of the removed ones is not there.", null);
      }
    }
    while (true) {
      List<AuditLog.Chained> some = log.after(lastId);
      for (AuditLog.Chained one : some) {
        String hash = AuditChain.hash(lastHash, one.entry());
        if (!hash.equals(one.hash())) {
          return broken(
              unchained,
              "This entry, or one before it, was changed, removed or put there.",
              one.entry().id());
        }
        lastId = one.entry().id();
        lastHash = hash;
        entries++;
      }
      if (some.isEmpty()) {
        AuditLog.Ends now = log.ends();
        if (now.headId() <= lastId) {
          return now.headHash().equals(lastHash)
              ? new AuditVerification(true, entries, unchained, null, null, lastId, lastHash)
              : broken(unchained, "The end of the chain is another one.", null);
        }
        if (log.after(lastId).isEmpty()) {
          return broken(unchained, "The last entries were removed.", null);
        }
      }
    }
  }

  private AuditVerification broken(long unchained, String problem, @Nullable Long at) {
    return new AuditVerification(false, entries, unchained, problem, at, lastId, lastHash);
  }
}
