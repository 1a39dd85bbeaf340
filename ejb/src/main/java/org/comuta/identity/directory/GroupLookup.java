package org.comuta.identity.directory;

/** How the groups of a user are found. */
public enum GroupLookup {
  /** The user's entry names them. */
  MEMBER_OF,
  /** They are searched for. */
  SEARCH
}
