package org.comuta.rest;

import java.util.List;
import java.util.Map;
import org.comuta.description.FieldDescription;
import org.comuta.description.ObjectDescription;
import org.comuta.description.ObjectKind;
import org.comuta.identity.SettingKinds;
import org.comuta.identity.directory.DirectoryTrial;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** The paths of a kind of setting in the OpenAPI document. */
final class ApiSettings {
  /** Whom to look for in a directory. */
  private record TrialBody(String userName, String password) {}

  private ApiSettings() {}

  /** Adds the schemas and the paths of all kinds. */
  static void addTo(OpenAPI api, Map<String, PathItem> paths, String base) {
    for (ObjectKind<?> kind : SettingKinds.catalogue().kinds()) {
      ObjectDescription<?> description = kind.description();
      api.getComponents()
          .addSchema(ApiSchemas.name(description.kind()), ApiSchemas.of(description));
      paths.putAll(paths(base, description));
    }
  }

  /** Says what other operations on settings take and give; false for all others. */
  static boolean complete(String key, Operation operation) {
    if (!key.equals("POST directories/{name}/test")) {
      return false;
    }
    operation.setSummary("Try a user and a password in a directory; tells every step");
    operation.setRequestBody(ApiComponents.body(ApiSchemas.of(TrialBody.class)));
    operation.setResponses(ApiComponents.answers(200, ApiSchemas.of(DirectoryTrial.class)));
    return true;
  }

  private static Map<String, PathItem> paths(String base, ObjectDescription<?> description) {
    String path = base + description.path();
    return Map.of(path, list(description), path + "/{name}", one(description));
  }

  private static PathItem list(ObjectDescription<?> description) {
    List<String> fields = description.fields().stream().map(FieldDescription::name).toList();
    return OASFactory.createPathItem()
        .GET(
            operation(description, "List the " + description.path())
                .parameters(ApiComponents.listParameters(fields))
                .responses(ApiComponents.answers(200, ApiComponents.page(schema(description)))));
  }

  private static PathItem one(ObjectDescription<?> description) {
    Schema schema = schema(description);
    String kind = description.kind();
    APIResponses saved = ApiComponents.answers(200, schema);
    saved.addAPIResponse("201", ApiComponents.answer("Created", schema));
    return OASFactory.createPathItem()
        .addParameter(ApiComponents.name())
        .GET(operation(description, "Read a " + kind).responses(ApiComponents.answers(200, schema)))
        .PUT(
            operation(description, "Create or replace a " + kind + "; it counts at once")
                .addParameter(ApiComponents.ifMatch())
                .addParameter(ApiComponents.ifNoneMatch())
                .requestBody(ApiComponents.body(schema))
                .responses(saved))
        .DELETE(
            operation(description, "Delete a " + kind)
                .addParameter(ApiComponents.ifMatch())
                .responses(ApiComponents.nothing()));
  }

  private static Schema schema(ObjectDescription<?> description) {
    return ApiSchemas.reference(ApiSchemas.name(description.kind()));
  }

  private static Operation operation(ObjectDescription<?> description, String summary) {
    return OASFactory.createOperation().addTag(description.path()).summary(summary);
  }
}
