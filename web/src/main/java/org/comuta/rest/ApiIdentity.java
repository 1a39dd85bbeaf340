package org.comuta.rest;

import java.util.Map;
import org.comuta.identity.AuditEntry;
import org.comuta.identity.AuditVerification;
import org.comuta.identity.Enrolment;
import org.comuta.identity.Lock;
import org.comuta.identity.OwnRights;
import org.comuta.identity.PortalSession;
import org.comuta.identity.Rights;
import org.comuta.identity.Role;
import org.comuta.identity.SignInPolicy;
import org.comuta.identity.Token;
import org.comuta.preference.Preferences;
import org.comuta.rest.TokensResource.IssuedTokenView;

/** Users, how they sign in, and what they did, in the OpenAPI document. */
final class ApiIdentity {
  /** What a user is to become; without a password, the one there is stays. */
  private record UserBody(
      String fullName,
      Role role,
      OwnRights rights,
      boolean enabled,
      String password,
      boolean mustChangePassword,
      String provider) {}

  /** What a new token is for, how long it counts, and what it may do at most. */
  private record TokenBody(String description, int days, Rights scope) {}

  /** The password there is, and the one it is to be. */
  private record PasswordBody(String currentPassword, String newPassword) {}

  /** What the app shows. */
  private record CodeBody(String code) {}

  /** What operations take and give, by method and path. */
  static final Map<String, Exchanged> OPERATIONS =
      Map.ofEntries(
          Map.entry("GET users", Exchanged.sorted("Users", UserView.class, UsersResource.FILTERS)),
          Map.entry("GET users/{name}", Exchanged.one("A user", UserView.class)),
          Map.entry(
              "PUT users/{name}",
              Exchanged.saved("Create or change a user", UserView.class).taking(UserBody.class)),
          Map.entry("GET account", Exchanged.one("Your own account", UserView.class)),
          Map.entry(
              "GET tokens",
              Exchanged.sorted(
                  "Your bearer tokens; everybody's for an administrator",
                  Token.class,
                  TokensResource.FILTERS)),
          Map.entry("GET tokens/{id}", Exchanged.one("A bearer token", Token.class)),
          Map.entry(
              "POST tokens",
              Exchanged.made("Make a bearer token; its secret is told once", IssuedTokenView.class)
                  .taking(TokenBody.class)),
          Map.entry(
              "POST account/second-factor",
              Exchanged.one("Propose a second factor of your own", Enrolment.class)),
          Map.entry(
              "POST account/second-factor/confirmation",
              Exchanged.one(
                      "Confirm it with a code of the app", AccountResource.RecoveryCodesView.class)
                  .taking(CodeBody.class)),
          Map.entry(
              "GET sessions",
              Exchanged.sorted(
                  "Your sessions of portal and command line; everybody's for an administrator",
                  PortalSession.class,
                  SessionsResource.FILTERS)),
          Map.entry(
              "GET locks",
              Exchanged.sorted("Sign-ins that are locked", Lock.class, LocksResource.FILTERS)),
          Map.entry(
              "GET sign-in-policy", Exchanged.one("The rules of sign-in", SignInPolicy.class)),
          Map.entry(
              "PUT sign-in-policy",
              Exchanged.one("Replace the rules of sign-in", SignInPolicy.class)
                  .taking(SignInPolicy.class)),
          Map.entry(
              "GET audit",
              Exchanged.sorted(
                  "What was done, the newest first", AuditEntry.class, AuditResource.FILTERS)),
          Map.entry(
              "GET audit/verification",
              Exchanged.one("Whether the audit log is as it was written", AuditVerification.class)),
          Map.entry(
              "GET audit/retention",
              Exchanged.one("How long entries are kept", AuditResource.RetentionView.class)),
          Map.entry(
              "PUT audit/retention",
              Exchanged.one("Change how long entries are kept", AuditResource.RetentionView.class)
                  .taking(AuditResource.RetentionView.class)),
          Map.entry(
              "GET me/preferences",
              Exchanged.one("How you want the portal to be", Preferences.class)),
          Map.entry(
              "PUT me/preferences",
              Exchanged.one(
                      "Choose how the portal is for you; what is not given is not chosen",
                      Preferences.class)
                  .taking(Preferences.class)),
          Map.entry("DELETE users/{name}", Exchanged.done("Delete a user and its tokens")),
          Map.entry("DELETE tokens/{id}", Exchanged.done("Revoke a token")),
          Map.entry(
              "DELETE users/{name}/second-factor",
              Exchanged.done("Remove the second factor of a user who lost it")),
          Map.entry("DELETE sessions", Exchanged.done("End all sessions of the user in userName")),
          Map.entry(
              "DELETE sessions/{id}", Exchanged.done("End a session of portal or command line")),
          Map.entry("DELETE locks/{id}", Exchanged.done("End a lock before its time")),
          Map.entry(
              "PUT account/password",
              Exchanged.done("Change your own password").taking(PasswordBody.class)));

  private ApiIdentity() {}
}
