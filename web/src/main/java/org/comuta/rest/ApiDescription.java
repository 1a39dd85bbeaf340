package org.comuta.rest;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
import org.comuta.preference.Preferences;
import org.comuta.rest.ConfigurationViews.AppliedView;
import org.comuta.rest.ConfigurationViews.DiffView;
import org.comuta.rest.ConfigurationViews.PendingView;
import org.comuta.rest.ConfigurationViews.RevisionView;
import org.comuta.rest.ConfigurationViews.StatusView;
import org.comuta.rest.TokensResource.IssuedTokenView;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Completes the OpenAPI document that the server makes of the resources: what bodies look like,
 * which filters there are, how errors are told, and a path for each kind of configuration object.
 */
public class ApiDescription implements OASFilter {
  private static final String BASE = "/api/v1/";
  private static final String OBJECTS = BASE + "{path}";

  /** What an operation takes and gives, by method and path. */
  private record Exchanged(
      String summary,
      int status,
      Class<? extends Record> answer,
      Form form,
      Collection<String> filters) {
    /** How much of an answer there is. */
    private enum Form {
      WHOLE,
      /** The usual page of items. */
      LIST,
      /** An answer of its own, a page of it. */
      PAGED
    }

    static Exchanged one(String summary, Class<? extends Record> answer) {
      return new Exchanged(summary, 200, answer, Form.WHOLE, List.of());
    }

    static Exchanged made(String summary, Class<? extends Record> answer) {
      return new Exchanged(summary, 201, answer, Form.WHOLE, List.of());
    }

    static Exchanged list(
        String summary, Class<? extends Record> answer, Collection<String> filters) {
      return new Exchanged(summary, 200, answer, Form.LIST, filters);
    }

    static Exchanged paged(
        String summary, Class<? extends Record> answer, Collection<String> filters) {
      return new Exchanged(summary, 200, answer, Form.PAGED, filters);
    }

    Schema schema() {
      Schema schema = ApiSchemas.of(answer);
      return form == Form.LIST ? ApiComponents.page(schema) : schema;
    }

    List<Parameter> parameters() {
      return form == Form.WHOLE ? List.of() : ApiComponents.listParameters(filters);
    }
  }

  private static final Map<String, Exchanged> OPERATIONS =
      Map.ofEntries(
          Map.entry(
              "GET calls",
              Exchanged.list(
                  "Live calls, the newest first", ListedCallView.class, CallsResource.FILTERS)),
          Map.entry(
              "GET calls/{callId}",
              Exchanged.one("A live call, with how its media is now", LiveCallView.class)),
          Map.entry(
              "GET cdrs",
              Exchanged.list("Call records", CallRecordView.class, CallRecordQuery.words())),
          Map.entry("GET cdrs/{id}", Exchanged.one("A call record", CallRecordView.class)),
          Map.entry("GET users", Exchanged.list("Users", UserView.class, UsersResource.FILTERS)),
          Map.entry("GET users/{name}", Exchanged.one("A user", UserView.class)),
          Map.entry("PUT users/{name}", Exchanged.one("Create or change a user", UserView.class)),
          Map.entry("GET account", Exchanged.one("Your own account", UserView.class)),
          Map.entry(
              "GET tokens",
              Exchanged.list(
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
              Exchanged.list(
                  "Your sessions of the portal; everybody's for an administrator",
                  PortalSession.class,
                  SessionsResource.FILTERS)),
          Map.entry(
              "GET locks",
              Exchanged.list("Sign-ins that are locked", Lock.class, LocksResource.FILTERS)),
          Map.entry(
              "GET sign-in-policy", Exchanged.one("The rules of sign-in", SignInPolicy.class)),
          Map.entry(
              "PUT sign-in-policy",
              Exchanged.one("Replace the rules of sign-in", SignInPolicy.class)),
          Map.entry(
              "GET audit",
              Exchanged.list(
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
              "GET interfaces",
              Exchanged.list(
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
              Exchanged.list("Revisions, the newest first", Revision.class, List.of())),
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
      Map.of(
          "PUT users/{name}", UserBody.class,
          "POST account/second-factor/confirmation", CodeBody.class,
          "PUT account/password", PasswordBody.class,
          "PUT sign-in-policy", SignInPolicy.class,
          "PUT audit/retention", AuditResource.RetentionView.class,
          "POST tokens", TokenBody.class,
          "PUT me/preferences", Preferences.class,
          "POST configuration/restore", RestoreBody.class);

  private static final Map<String, String> WITHOUT_ANSWER =
      Map.of(
          "DELETE calls/{callId}", "Hang up a live call",
          "DELETE users/{name}", "Delete a user and its tokens",
          "DELETE tokens/{id}", "Revoke a token",
          "DELETE users/{name}/second-factor", "Remove the second factor of a user who lost it",
          "DELETE sessions", "End all sessions of the user in userName",
          "DELETE sessions/{id}", "End a session of the portal",
          "DELETE locks/{id}", "End a lock before its time",
          "PUT account/password", "Change your own password");

  /** Every operation that is told of here, by method and path. */
  static Set<String> operations() {
    Set<String> operations = new TreeSet<>(OPERATIONS.keySet());
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
    if (ApiFiles.complete(key, operation) || ApiSettings.complete(key, operation)) {
      return;
    }
    Exchanged exchanged = OPERATIONS.get(key);
    if (exchanged != null) {
      operation.setSummary(exchanged.summary());
      operation.setResponses(ApiComponents.answers(exchanged.status(), exchanged.schema()));
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
