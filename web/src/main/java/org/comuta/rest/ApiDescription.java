package org.comuta.rest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.comuta.alarm.Alarm;
import org.comuta.cdr.store.CallRecordQuery;
import org.comuta.configuration.Application;
import org.comuta.configuration.Kinds;
import org.comuta.configuration.Restored;
import org.comuta.configuration.Revision;
import org.comuta.description.ObjectDescription;
import org.comuta.description.ObjectKind;
import org.comuta.edge.SipEdge.ListeningPoint;
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
import org.comuta.logging.file.LogFile;
import org.comuta.logging.syslog.SyslogState;
import org.comuta.logging.syslog.SyslogTarget;
import org.comuta.mail.MailOutcome;
import org.comuta.preference.Preferences;
import org.comuta.rest.ConfigurationViews.AppliedView;
import org.comuta.rest.ConfigurationViews.DiffView;
import org.comuta.rest.ConfigurationViews.PendingView;
import org.comuta.rest.ConfigurationViews.RevisionView;
import org.comuta.rest.ConfigurationViews.StatusView;
import org.comuta.rest.TokensResource.IssuedTokenView;
import org.comuta.search.Hit;
import org.comuta.webhook.Delivery;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Completes the OpenAPI document that the server makes of the resources: what bodies look like,
 * which filters there are, how errors are told, and a path for each kind of configuration object.
 */
public class ApiDescription implements OASFilter {
  private static final String BASE = "/api/v1/";
  private static final String OBJECTS = BASE + "{path}";

  /** What operations take and give, by method and path. */
  private static final Map<String, Exchanged> OPERATIONS =
      Map.ofEntries(
          Map.entry(
              "GET calls",
              Exchanged.sorted(
                  "Live calls, the newest first", ListedCallView.class, CallsResource.FILTERS)),
          Map.entry(
              "GET calls/{callId}",
              Exchanged.one("A live call, with how its media is now", LiveCallView.class)),
          Map.entry(
              "GET cdrs",
              Exchanged.sorted(
                  "Call records",
                  CallRecordView.class,
                  CallRecordQuery.filters(),
                  CallRecordQuery.sortFields())),
          Map.entry(
              "GET search",
              Exchanged.list(
                  "What you may see and has all words of q in it, in groups",
                  Hit.class,
                  SearchResource.FILTERS)),
          Map.entry("GET cdrs/{id}", Exchanged.one("A call record", CallRecordView.class)),
          Map.entry("GET users", Exchanged.sorted("Users", UserView.class, UsersResource.FILTERS)),
          Map.entry("GET users/{name}", Exchanged.one("A user", UserView.class)),
          Map.entry("PUT users/{name}", Exchanged.saved("Create or change a user", UserView.class)),
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
              Exchanged.made(
                  "Make a bearer token; its secret is told once", IssuedTokenView.class)),
          Map.entry(
              "POST account/second-factor",
              Exchanged.one("Propose a second factor of your own", Enrolment.class)),
          Map.entry(
              "POST account/second-factor/confirmation",
              Exchanged.one(
                  "Confirm it with a code of the app", AccountResource.RecoveryCodesView.class)),
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
              Exchanged.one("Replace the rules of sign-in", SignInPolicy.class)),
          Map.entry(
              "GET alarms",
              Exchanged.list(
                  "What is wrong now, the worst first", Alarm.class, AlarmsResource.FILTERS)),
          Map.entry(
              "GET alarms/history",
              Exchanged.list(
                  "What was wrong, the newest first", Alarm.class, AlarmsResource.PAST_FILTERS)),
          Map.entry(
              "GET alarms/conditions",
              Exchanged.list(
                  "Everything that an alarm can be about",
                  AlarmsResource.ConditionView.class,
                  AlarmsResource.CONDITION_FILTERS)),
          Map.entry(
              "PUT alarms/{id}/acknowledgement",
              Exchanged.one("Note that you take care of an alarm", Alarm.class)),
          Map.entry(
              "GET alarms/retention",
              Exchanged.one(
                  "How long alarms of the past are kept", AlarmsResource.AlarmRetentionView.class)),
          Map.entry(
              "PUT alarms/retention",
              Exchanged.one(
                  "Change how long alarms of the past are kept",
                  AlarmsResource.AlarmRetentionView.class)),
          Map.entry(
              "GET webhook-deliveries",
              Exchanged.list(
                  "Events on their way to webhooks, and those given up",
                  Delivery.class,
                  WebhookDeliveriesResource.FILTERS)),
          Map.entry("GET webhook-deliveries/{id}", Exchanged.one("A delivery", Delivery.class)),
          Map.entry(
              "POST webhook-deliveries/redelivery",
              Exchanged.one(
                  "Send all that were given up anew, of the webhook in webhook or of all",
                  WebhookDeliveriesResource.CountView.class)),
          Map.entry(
              "DELETE webhook-deliveries",
              Exchanged.one(
                  "Delete all that were given up, of the webhook in webhook or of all",
                  WebhookDeliveriesResource.CountView.class)),
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
              Exchanged.one("Change how long entries are kept", AuditResource.RetentionView.class)),
          Map.entry(
              "GET logs",
              Exchanged.list(
                  "The files of the log, the one that changed last first",
                  LogFile.class,
                  LogsResource.FILTERS)),
          Map.entry(
              "GET logs/tail",
              Exchanged.paged(
                  "The newest lines since the start; with follow=true, waits for one",
                  LogsResource.TailView.class,
                  LogsResource.TAIL_FILTERS)),
          Map.entry(
              "GET log-settings",
              Exchanged.one("How the exchange logs", LogSettingsResource.SettingsView.class)),
          Map.entry(
              "PUT log-settings",
              Exchanged.one(
                  "Replace the settings of the log", LogSettingsResource.SettingsView.class)),
          Map.entry(
              "GET log-settings/trace",
              Exchanged.one("The trace that goes on", LogSettingsResource.TraceView.class)),
          Map.entry(
              "PUT log-settings/trace",
              Exchanged.one(
                  "Begin a trace that ends by itself", LogSettingsResource.TraceView.class)),
          Map.entry(
              "GET log-settings/syslog",
              Exchanged.list(
                  "How it goes with the syslog servers",
                  SyslogState.class,
                  LogSettingsResource.FILTERS)),
          Map.entry(
              "POST log-settings/syslog/test",
              Exchanged.one(
                  "Send a test message to a syslog server", LogSettingsResource.TestView.class)),
          Map.entry(
              "POST mail-servers/{name}/test",
              Exchanged.one(
                  "Send a test mail through a mail server as it was saved last",
                  MailOutcome.class)),
          Map.entry(
              "GET interfaces",
              Exchanged.sorted(
                  "Where SIP is listening", ListeningPoint.class, InterfacesResource.FILTERS)),
          Map.entry(
              "GET me/preferences",
              Exchanged.one("How you want the portal to be", Preferences.class)),
          Map.entry(
              "PUT me/preferences",
              Exchanged.one(
                  "Choose how the portal is for you; what is not given is not chosen",
                  Preferences.class)),
          Map.entry(
              "GET configuration",
              Exchanged.one("Which revisions are saved and live", StatusView.class)),
          Map.entry(
              "GET configuration/revisions",
              Exchanged.sorted("Revisions, the newest first", Revision.class, List.of())),
          Map.entry(
              "GET configuration/revisions/{number}",
              Exchanged.paged(
                  "A revision and what it changed", RevisionView.class, DiffView.FILTERS)),
          Map.entry(
              "GET configuration/applications",
              Exchanged.list("What was made live, the newest first", Application.class, List.of())),
          Map.entry(
              "GET configuration/pending",
              Exchanged.list(
                  "What apply would change, and who saved it",
                  PendingView.class,
                  DiffView.FILTERS)),
          Map.entry(
              "GET configuration/diff",
              Exchanged.paged(
                  "What differs between two revisions; without them, what apply would change",
                  DiffView.class,
                  DiffView.FILTERS)),
          Map.entry(
              "POST configuration/apply",
              Exchanged.one("Make everything that was saved live", AppliedView.class)),
          Map.entry(
              "POST configuration/restore",
              Exchanged.one("Save everything as it was at a revision", Restored.class)));

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

  /** Which revision to go back to, and why. */
  private record RestoreBody(long revision, String comment) {}

  private static final Map<String, Class<? extends Record>> BODIES =
      Map.ofEntries(
          Map.entry("PUT users/{name}", UserBody.class),
          Map.entry("POST account/second-factor/confirmation", CodeBody.class),
          Map.entry("PUT account/password", PasswordBody.class),
          Map.entry("PUT sign-in-policy", SignInPolicy.class),
          Map.entry("PUT audit/retention", AuditResource.RetentionView.class),
          Map.entry("PUT alarms/retention", AlarmsResource.AlarmRetentionView.class),
          Map.entry("PUT alarms/{id}/acknowledgement", AlarmsResource.AcknowledgementBody.class),
          Map.entry("POST tokens", TokenBody.class),
          Map.entry("PUT me/preferences", Preferences.class),
          Map.entry("POST configuration/restore", RestoreBody.class),
          Map.entry("PUT log-settings", LogSettingsResource.SettingsView.class),
          Map.entry("PUT log-settings/trace", LogSettingsResource.TraceBody.class),
          Map.entry("POST log-settings/syslog/test", SyslogTarget.class),
          Map.entry("POST mail-servers/{name}/test", MailTestResource.TestBody.class));

  private static final Map<String, String> WITHOUT_ANSWER =
      Map.ofEntries(
          Map.entry("DELETE calls/{callId}", "Hang up a live call"),
          Map.entry("DELETE users/{name}", "Delete a user and its tokens"),
          Map.entry("DELETE tokens/{id}", "Revoke a token"),
          Map.entry(
              "DELETE users/{name}/second-factor",
              "Remove the second factor of a user who lost it"),
          Map.entry("DELETE sessions", "End all sessions of the user in userName"),
          Map.entry("DELETE sessions/{id}", "End a session of portal or command line"),
          Map.entry("DELETE locks/{id}", "End a lock before its time"),
          Map.entry("DELETE log-settings/trace", "End the trace before its time"),
          Map.entry("DELETE webhook-deliveries/{id}", "Delete a delivery"),
          Map.entry(
              "POST webhook-deliveries/{id}/redelivery", "Send a delivery that was given up anew"),
          Map.entry("PUT account/password", "Change your own password"));

  /** Every operation that is told of here, by method and path. */
  static Set<String> operations() {
    Set<String> operations = new TreeSet<>(OPERATIONS.keySet());
    operations.addAll(ApiBackups.operations());
    operations.addAll(ApiStatistics.OPERATIONS);
    operations.addAll(BODIES.keySet());
    operations.addAll(WITHOUT_ANSWER.keySet());
    return operations;
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    ApiComponents.addTo(api);
    Map<String, PathItem> paths = new TreeMap<>();
    if (api.getPaths().getPathItems() != null) {
      paths.putAll(api.getPaths().getPathItems());
    }
    paths.keySet().removeIf(path -> path.startsWith(OBJECTS));
    paths.forEach((path, item) -> item.getOperations().forEach((m, o) -> complete(path, m, o)));
    for (ObjectKind<?> kind : Kinds.catalogue().kinds()) {
      ObjectDescription<?> description = kind.description();
      api.getComponents()
          .addSchema(ApiSchemas.name(description.kind()), ApiSchemas.of(description));
      paths.putAll(ApiObjects.paths(BASE, description));
    }
    ApiSettings.addTo(api, paths, BASE);
    Paths complete = OASFactory.createPaths();
    paths.forEach(complete::addPathItem);
    api.setPaths(complete);
  }

  private static void complete(String path, HttpMethod method, Operation operation) {
    String subject = path.startsWith(BASE) ? path.substring(BASE.length()) : path;
    subject = subject.replaceAll("\\{(\\w+):[^/]*}", "{$1}");
    String key = method + " " + subject;
    operation.setTags(List.of(subject.replaceFirst("/.*", "")));
    Class<? extends Record> body = BODIES.get(key);
    if (body != null) {
      operation.setRequestBody(ApiComponents.body(ApiSchemas.of(body).required(null)));
    }
    if (ApiFiles.complete(key, operation)
        || ApiSettings.complete(key, operation)
        || ApiAccessLists.complete(key, operation)
        || ApiCertificates.complete(key, operation)
        || ApiBackups.complete(key, operation)
        || ApiStatistics.complete(key, operation)
        || ApiSshKeys.complete(key, operation)) {
      return;
    }
    Exchanged exchanged = OPERATIONS.get(key);
    if (exchanged != null) {
      operation.setSummary(exchanged.summary());
      operation.setResponses(exchanged.answers());
      exchanged.parameters().forEach(operation::addParameter);
    } else if (WITHOUT_ANSWER.containsKey(key)) {
      operation.setSummary(WITHOUT_ANSWER.get(key));
      operation.setResponses(ApiComponents.nothing());
    } else {
      APIResponses responses = operation.getResponses();
      operation.setResponses(ApiComponents.withProblems(responses));
    }
  }
}
