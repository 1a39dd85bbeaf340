package org.comuta.identity.directory;

/** What kind of directory it is: what counts where nothing else is said, and where it differs. */
public enum DirectoryStyle {
  /** OpenLDAP and others with the usual schema (RFC 2798). */
  OPENLDAP("(&(objectClass=inetOrgPerson)(uid={0}))", "uid", "cn", "entryUUID"),
  /** Active Directory. */
  ACTIVE_DIRECTORY(
      "(&(objectCategory=person)(objectClass=user)(sAMAccountName={0}))",
      "sAMAccountName", "displayName", "objectGUID");

  private final String userFilter;
  private final String nameAttribute;
  private final String fullNameAttribute;
  private final String identityAttribute;

  DirectoryStyle(
      String userFilter, String nameAttribute, String fullNameAttribute, String identityAttribute) {
    this.userFilter = userFilter;
    this.nameAttribute = nameAttribute;
    this.fullNameAttribute = fullNameAttribute;
    this.identityAttribute = identityAttribute;
  }

  /** Finds a user; {@code {0}} is the name. */
  String userFilter() {
    return userFilter;
  }

  /** Holds the name a user signs in with. */
  String nameAttribute() {
    return nameAttribute;
  }

  /** Holds the name for people. */
  String fullNameAttribute() {
    return fullNameAttribute;
  }

  /** Holds what never changes about an entry, and is never given to another. */
  String identityAttribute() {
    return identityAttribute;
  }
}
