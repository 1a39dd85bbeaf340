package org.comuta.identity.directory;

import com.unboundid.ldap.sdk.Entry;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;

/** What an entry says of the account besides names and groups. */
final class DirectoryAccount {
  private static final String CONTROL = "userAccountControl";
  private static final String EXPIRES = "accountExpires";
  private static final String LOCKED = "pwdAccountLockedTime";
  private static final String[] ATTRIBUTES = {CONTROL, EXPIRES, LOCKED, "entryUUID", "objectGUID"};

  private static final long DISABLED = 0x2;

  /** Time of Active Directory counts 100 ns from 1601; this is the beginning of 1970. */
  private static final long EPOCH_AS_FILE_TIME = 116_444_736_000_000_000L;

  private static final String LOCKED_FOR_EVER = "000001010000Z";

  private DirectoryAccount() {}

  /** The attributes that are looked at. */
  static String[] attributes() {
    return ATTRIBUTES.clone();
  }

  /** Whether the directory itself would let the person in at this moment. */
  static boolean isUsable(Entry entry, Instant now) {
    Long control = entry.getAttributeValueAsLong(CONTROL);
    Long expires = entry.getAttributeValueAsLong(EXPIRES);
    boolean expired =
        expires != null
            && expires > 0
            && expires < Long.MAX_VALUE
            && (expires - EPOCH_AS_FILE_TIME) / 10_000 <= now.toEpochMilli();
    boolean disabled = control != null && (control & DISABLED) != 0;
    return !disabled && !expired && !LOCKED_FOR_EVER.equals(entry.getAttributeValue(LOCKED));
  }

  /** What never changes about the entry; its DN where there is nothing better. */
  static String subject(Entry entry, DirectoryStyle style) {
    byte[] octets = entry.getAttributeValueBytes(style.identityAttribute());
    if (octets == null) {
      return entry.getDN();
    }
    return switch (style) {
      case ACTIVE_DIRECTORY -> HexFormat.of().formatHex(octets);
      case OPENLDAP ->
          Objects.requireNonNull(entry.getAttributeValue(style.identityAttribute()), "just there");
    };
  }
}
