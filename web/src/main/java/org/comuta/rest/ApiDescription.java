package org.comuta.rest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comuta.configuration.Kinds;
import org.comuta.description.ObjectDescription;
import org.comuta.description.ObjectKind;
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
      Stream.of(
              ApiCalls.OPERATIONS,
              ApiIdentity.OPERATIONS,
              ApiConfiguration.OPERATIONS,
              ApiAlarms.OPERATIONS,
              ApiDeliveries.OPERATIONS,
              ApiLogs.OPERATIONS)
          .flatMap(area -> area.entrySet().stream())
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  /** Every operation that is told of here, by method and path. */
  static Set<String> operations() {
    Set<String> operations = new TreeSet<>(OPERATIONS.keySet());
    operations.addAll(ApiBackups.operations());
    operations.addAll(ApiStatistics.OPERATIONS);
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
      exchanged.tell(operation);
    } else {
      APIResponses responses = operation.getResponses();
      operation.setResponses(ApiComponents.withProblems(responses));
    }
  }
}
