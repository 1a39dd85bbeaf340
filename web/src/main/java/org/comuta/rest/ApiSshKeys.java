package org.comuta.rest;

import org.comuta.identity.SshKey;
import org.eclipse.microprofile.openapi.models.Operation;

/** Keys for SSH in the OpenAPI document. */
final class ApiSshKeys {
  /** The line of a public key, and what people call it. */
  private record KeyBody(String key, String description) {}

  private ApiSshKeys() {}

  /** Says what operations with keys take and give; false for all others. */
  static boolean complete(String key, Operation operation) {
    int space = key.indexOf(' ');
    String path = key.substring(space + 1);
    boolean own = path.startsWith("account/ssh-keys");
    if (!own && !path.startsWith("users/{name}/ssh-keys")) {
      return false;
    }
    String whose = own ? "your own" : "a user's";
    switch (key.substring(0, space)) {
      case "GET" -> {
        operation.setSummary("Public keys for SSH, " + whose);
        operation.setResponses(
            ApiComponents.answers(200, ApiComponents.page(ApiSchemas.of(SshKey.class))));
        ApiComponents.listParameters(SshKeyRequests.FILTERS).forEach(operation::addParameter);
      }
      case "POST" -> {
        operation.setSummary("Add a public key, as OpenSSH writes it on one line, to " + whose);
        operation.setRequestBody(ApiComponents.body(ApiSchemas.of(KeyBody.class).required(null)));
        operation.setResponses(ApiComponents.answers(201, ApiSchemas.of(SshKey.class)));
      }
      default -> {
        operation.setSummary("Remove a public key, one of " + whose);
        operation.setResponses(ApiComponents.nothing());
      }
    }
    return true;
  }
}
