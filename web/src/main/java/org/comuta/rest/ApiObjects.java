package org.comuta.rest;

import java.util.List;
import java.util.Map;
import org.comuta.configuration.ObjectUser;
import org.comuta.description.FieldDescription;
import org.comuta.description.ObjectDescription;
import org.comuta.rest.ConfigurationViews.PastChangeView;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** The paths of a kind of configuration object in the OpenAPI document. */
final class ApiObjects {
  private ApiObjects() {}

  static Map<String, PathItem> paths(String base, ObjectDescription<?> description) {
    String path = base + description.path();
    return Map.of(
        path,
        objects(description),
        path + "/import",
        importing(description),
        path + "/{name}",
        object(description),
        path + "/{name}/users",
        users(description),
        path + "/{name}/history",
        history(description));
  }

  private static PathItem objects(ObjectDescription<?> description) {
    List<String> fields = description.fields().stream().map(FieldDescription::name).toList();
    Schema schema = schema(description);
    Operation list =
        operation(description, "List the " + description.path())
            .parameters(ApiComponents.listParameters(fields, SortFields.of(description)))
            .addParameter(
                ApiComponents.choice(
                    "delimiter", "What stands between two values of CSV.", ",", ";"))
            .responses(ApiComponents.answers(200, ApiComponents.page(schema)));
    if (!fields.contains("format")) {
      list.addParameter(
          ApiComponents.choice("format", "csv for links; else Accept decides.", "csv"));
    }
    ApiComponents.alsoAs(list, ObjectsResource.CSV);
    Operation create =
        operation(description, "Create a " + description.kind())
            .addParameter(ApiComponents.comment())
            .requestBody(ApiComponents.body(schema))
            .responses(ApiComponents.answers(201, schema));
    return OASFactory.createPathItem().GET(list).POST(create);
  }

  private static PathItem object(ObjectDescription<?> description) {
    Schema schema = schema(description);
    String kind = description.kind();
    Operation get =
        operation(description, "Read a " + kind).responses(ApiComponents.answers(200, schema));
    APIResponses saved = ApiComponents.answers(200, schema);
    saved.addAPIResponse("201", ApiComponents.answer("Created", schema));
    Operation put =
        operation(description, "Create or replace a " + kind)
            .addParameter(ApiComponents.comment())
            .addParameter(ApiComponents.ifMatch())
            .addParameter(ApiComponents.ifNoneMatch())
            .requestBody(ApiComponents.body(schema))
            .responses(saved);
    Operation delete =
        operation(description, "Delete a " + kind + " that no other object names")
            .addParameter(ApiComponents.comment())
            .addParameter(ApiComponents.ifMatch())
            .responses(ApiComponents.nothing());
    return named().GET(get).PUT(put).DELETE(delete);
  }

  private static PathItem importing(ObjectDescription<?> description) {
    String summary =
        "Import "
            + description.path()
            + " as comma-separated values, the first line names fields; one revision, or none";
    return OASFactory.createPathItem()
        .POST(
            ApiFiles.importing(operation(description, summary))
                .requestBody(ApiComponents.file(ObjectsResource.CSV)));
  }

  private static PathItem users(ObjectDescription<?> description) {
    return named()
        .GET(
            operation(description, "Who names a " + description.kind() + ", so that it stays")
                .parameters(ApiComponents.listParameters(ObjectsResource.USER_FILTERS))
                .responses(
                    ApiComponents.answers(
                        200, ApiComponents.page(ApiSchemas.of(ObjectUser.class)))));
  }

  private static PathItem history(ObjectDescription<?> description) {
    String summary = "What became of a " + description.kind() + ", the last change first";
    return named()
        .GET(
            operation(description, summary)
                .parameters(ApiComponents.listParameters(List.of()))
                .responses(
                    ApiComponents.answers(
                        200, ApiComponents.page(ApiSchemas.of(PastChangeView.class)))));
  }

  private static PathItem named() {
    return OASFactory.createPathItem().addParameter(ApiComponents.name());
  }

  private static Schema schema(ObjectDescription<?> description) {
    return ApiSchemas.reference(ApiSchemas.name(description.kind()));
  }

  private static Operation operation(ObjectDescription<?> description, String summary) {
    return OASFactory.createOperation().addTag(description.path()).summary(summary);
  }
}
