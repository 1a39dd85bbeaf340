package org.comuta.identity;

/** What can be read in the audit log. */
public enum AuditAction {
  SIGN_IN,
  SIGN_IN_LOCKED,
  SIGN_OUT,
  USER_SAVE,
  USER_DELETE,
  TOKEN_CREATE,
  TOKEN_REVOKE,
  CONFIGURATION_SAVE,
  CONFIGURATION_DELETE,
  CONFIGURATION_APPLY,
  CONFIGURATION_RESTORE,
  CALL_HANG_UP
}
