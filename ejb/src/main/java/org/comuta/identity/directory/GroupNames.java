package org.comuta.identity.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;

/** Compares what administrators write for a group with the DN of one. */
final class GroupNames {
  private GroupNames() {}

  /**
   * Whether this means that group: by its whole DN (RFC 4514), or by its name alone, the first
   * value of the DN; upper and lower case are the same.
   */
  static boolean same(String written, String groupDn) {
    try {
      if (written.indexOf('=') >= 0 && DN.isValidDN(written)) {
        return DN.equals(written, groupDn);
      }
      RDN first = new DN(groupDn).getRDN();
      return first != null && first.getAttributeValues()[0].equalsIgnoreCase(written);
    } catch (LDAPException malformed) {
      return written.equalsIgnoreCase(groupDn);
    }
  }
}
