package org.comuta.rest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.comuta.call.CallView;
import org.comuta.cdr.store.CallRecordQuery;
import org.comuta.configuration.Diff;
import org.comuta.configuration.Kinds;
import org.comuta.configuration.Restored;
import org.comuta.configuration.Revision;
import org.comuta.description.FieldDescription;
import org.comuta.description.ObjectDescription;
import org.comuta.description.ObjectKind;
import org.comuta.edge.SipEdge.ListeningPoint;
import org.comuta.identity.AuditEntry;
import org.comuta.identity.Role;
import org.comuta.identity.Token;
import org.comuta.identity.User;
import org.comuta.rest.ConfigurationViews.AppliedView;
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
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Completes the OpenAPI document that the server makes of the resources: what bodies look like,
 * which filters there are, how errors are told, and a path for each kind of configuration object.
 */
public class ApiDescription implements OASFilter {
  private static final String BASE = "/api/v1/";
  private static final String OBJECTS = BASE + "{path}";
  private static final String OBJECT = BASE + "{path}/{name}";

  /** What an operation takes and gives, by method and path. */
  private record Exchanged(
      String summary,
      int status,
      Class<? extends Record> answer,
      boolean list,
      Collection<String> filters) {
    static Exchanged one(String summary, Class<? extends Record> answer) {
      return new Exchanged(summary, 200, answer, false, List.of());
    }

    static Exchanged made(String summary, Class<? extends Record> answer) {
      return new Exchanged(summary, 201, answer, false, List.of());
    }

    static Exchanged list(
        String summary, Class<? extends Record> answer, Collection<String> filters) {
      return new Exchanged(summary, 200, answer, true, filters);
    }
  }

  private static final Map<String, Exchanged> OPERATIONS =
      Map.ofEntries(
          Map.entry(
              "GET calls",
              Exchanged.list(
                  "Live calls, the newest first", CallView.class, CallsResource.FILTERS)),
          Map.entry("GET calls/{callId}", Exchanged.one("A live call", CallView.class)),
          Map.entry(
              "GET cdrs",
              Exchanged.list("Call records", CallRecordView.class, CallRecordQuery.words())),
          Map.entry("GET cdrs/{id}", Exchanged.one("A call record", CallRecordView.class)),
          Map.entry("GET users", Exchanged.list("Users", User.class, UsersResource.FILTERS)),
          Map.entry("GET users/{name}", Exchanged.one("A user", User.class)),
          Map.entry("PUT users/{name}", Exchanged.one("Create or change a user", User.class)),
          Map.entry(
              "GET tokens",
              Exchanged.list(
                  "Your bearer tokens; everybody's for an administrator",
                  Token.class,
                  TokensResource.FILTERS)),
          Map.entry(
              "POST tokens",
              Exchanged.made(
                  "Make a bearer token; its secret is told once", IssuedTokenView.class)),
          Map.entry(
              "GET audit",
              Exchanged.list("What was done, the newest first", AuditEntry.class, List.of())),
          Map.entry(
              "GET interfaces",
              Exchanged.list(
                  "Where SIP is listening", ListeningPoint.class, InterfacesResource.FILTERS)),
          Map.entry(
              "GET configuration",
              Exchanged.one("Which revisions are saved and live", StatusView.class)),
          Map.entry(
              "GET configuration/revisions",
              Exchanged.list("Revisions, the newest first", Revision.class, List.of())),
          Map.entry(
              "GET configuration/revisions/{number}",
              Exchanged.one("A revision and what it changed", RevisionView.class)),
          Map.entry(
              "GET configuration/diff",
              Exchanged.one(
                  "What differs between two revisions; without them, what apply would change",
                  Diff.class)),
          Map.entry(
              "POST configuration/apply",
              Exchanged.one("Make everything that was saved live", AppliedView.class)),
          Map.entry(
              "POST configuration/restore",
              Exchanged.one("Save everything as it was at a revision", Restored.class)));

  /** What a user is to become; without a password, the one there is stays. */
  private record UserBody(String fullName, Role role, boolean enabled, String password) {}

  /** What a new token is for, and how long it counts. */
  private record TokenBody(String description, int days) {}

  /** Which revision to go back to, and why. */
  private record RestoreBody(long revision, String comment) {}

  private static final Map<String, Class<? extends Record>> BODIES =
      Map.of(
          "PUT users/{name}", UserBody.class,
          "POST tokens", TokenBody.class,
          "POST configuration/restore", RestoreBody.class);

  private static final Map<String, String> WITHOUT_ANSWER =
      Map.of(
          "DELETE calls/{callId}", "Hang up a live call",
          "DELETE users/{name}", "Delete a user and its tokens",
          "DELETE tokens/{id}", "Revoke a token");

  @Override
  public void filterOpenAPI(OpenAPI api) {
    ApiComponents.addTo(api);
    Map<String, PathItem> paths = new TreeMap<>();
    if (api.getPaths().getPathItems() != null) {
      paths.putAll(api.getPaths().getPathItems());
    }
    paths.keySet().removeAll(List.of(OBJECTS, OBJECT));
    paths.forEach((path, item) -> item.getOperations().forEach((m, o) -> complete(path, m, o)));
    for (ObjectKind<?> kind : Kinds.catalogue().kinds()) {
      ObjectDescription<?> description = kind.description();
      api.getComponents()
          .addSchema(ApiSchemas.name(description.kind()), ApiSchemas.of(description));
      paths.put(BASE + description.path(), objects(description));
      paths.put(BASE + description.path() + "/{name}", object(description));
    }
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
    Exchanged exchanged = OPERATIONS.get(key);
    if (exchanged != null) {
      operation.setSummary(exchanged.summary());
      operation.setResponses(
          ApiComponents.answers(
              exchanged.status(),
              exchanged.list()
                  ? ApiComponents.page(ApiSchemas.of(exchanged.answer()))
                  : ApiSchemas.of(exchanged.answer())));
      if (exchanged.list()) {
        listParameters(exchanged.filters()).forEach(operation::addParameter);
      }
    } else if (WITHOUT_ANSWER.containsKey(key)) {
      operation.setSummary(WITHOUT_ANSWER.get(key));
      operation.setResponses(ApiComponents.nothing());
    } else {
      APIResponses responses = operation.getResponses();
      operation.setResponses(ApiComponents.withProblems(responses));
    }
  }

  private static List<Parameter> listParameters(Collection<String> filters) {
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(ApiComponents.pageParameter());
    parameters.add(ApiComponents.sizeParameter());
    new TreeSet<>(filters).forEach(name -> parameters.add(ApiComponents.filter(name)));
    return parameters;
  }

  private static PathItem objects(ObjectDescription<?> description) {
    List<String> fields = description.fields().stream().map(FieldDescription::name).toList();
    var schema = ApiSchemas.reference(ApiSchemas.name(description.kind()));
    Operation list =
        operation(description, "List the " + description.path())
            .parameters(listParameters(fields))
            .responses(ApiComponents.answers(200, ApiComponents.page(schema)));
    Operation create =
        operation(description, "Create a " + description.kind())
            .addParameter(ApiComponents.comment())
            .requestBody(ApiComponents.body(schema))
            .responses(ApiComponents.answers(201, schema));
    return OASFactory.createPathItem().GET(list).POST(create);
  }

  private static PathItem object(ObjectDescription<?> description) {
    var schema = ApiSchemas.reference(ApiSchemas.name(description.kind()));
    String kind = description.kind();
    Operation get =
        operation(description, "Read a " + kind).responses(ApiComponents.answers(200, schema));
    APIResponses saved = ApiComponents.answers(200, schema);
    saved.addAPIResponse("201", ApiComponents.answer("Created", schema));
    Operation put =
        operation(description, "Create or replace a " + kind)
            .addParameter(ApiComponents.comment())
            .addParameter(ApiComponents.ifMatch())
            .requestBody(ApiComponents.body(schema))
            .responses(saved);
    Operation delete =
        operation(description, "Delete a " + kind + " that no other object names")
            .addParameter(ApiComponents.comment())
            .addParameter(ApiComponents.ifMatch())
            .responses(ApiComponents.nothing());
    return OASFactory.createPathItem()
        .addParameter(ApiComponents.name())
        .GET(get)
        .PUT(put)
        .DELETE(delete);
  }

  private static Operation operation(ObjectDescription<?> description, String summary) {
    return OASFactory.createOperation().addTag(description.path()).summary(summary);
  }
}
