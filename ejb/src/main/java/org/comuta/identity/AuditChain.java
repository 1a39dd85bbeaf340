package org.comuta.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * The chain of hashes over the audit log: the hash of an entry covers its words and the hash of the
 * entry before, so no entry can be changed, left out or put between without every later hash being
 * another. SHA-256 (FIPS 180-4).
 */
final class AuditChain {
  /** What stands for the entry before the first. */
  static final String BEGINNING = "0".repeat(64);

  private AuditChain() {}

  /** The hash of an entry, in 64 hexadecimal digits; its identity is not part of it. */
  static String hash(String previous, AuditEntry entry) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("Every Java platform has SHA-256", missing);
    }
    // Each with its length before it, so that no word can slip from one field to the next.
    for (String word :
        List.of(
            previous,
            String.valueOf(entry.at().toEpochMilli()),
            entry.user(),
            entry.address(),
            entry.action().name(),
            entry.kind(),
            entry.object(),
            entry.outcome().name(),
            entry.detail())) {
      byte[] octets = word.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(octets.length).array());
      digest.update(octets);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
