package org.comuta.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.comuta.identity.Rights;
import org.comuta.identity.SshKey;
import org.comuta.identity.SshKeyBean;
import org.comuta.identity.SshKeyOutcome;

/**
 * What is done with the SSH keys of a user, whether the own ones or another's. One request only.
 */
@RequestScoped
public class SshKeyRequests {
  static final Set<String> FILTERS = Set.of("type", "fingerprint", "description");
  private static final Set<String> FIELDS = Set.of("key", "description");

  @Inject private SshKeyBean keys;
  @Inject private Caller caller;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public SshKeyRequests() {}

  JsonObject list(String userName, UriInfo request) {
    ListQuery query = ListQuery.from(request, FILTERS);
    List<JsonObject> found =
        keys.keys(userName).stream()
            .map(JsonViews::object)
            .filter(key -> FieldFilter.matches(key, query.filters()))
            .toList();
    return Page.cut(found, query);
  }

  /** Adds one; {@code mayGive} are the rights of the one who asks. */
  Response add(String userName, JsonObject body, Rights mayGive, UriInfo request) {
    BodyFields fields = new BodyFields(body, FIELDS);
    String line = fields.text("key");
    String description = fields.text("description", "");
    fields.refuse();
    return answer(
        keys.add(userName, line, description, mayGive, caller.actor()), userName, request);
  }

  Response remove(String userName, String id, Rights mayGive, UriInfo request) {
    SshKey key = keys.key(id);
    if (key == null || !key.userName().equals(userName)) {
      throw ApiProblem.notFound("SSH key", id);
    }
    return answer(keys.remove(key, mayGive, caller.actor()), userName, request);
  }

  private static Response answer(SshKeyOutcome outcome, String userName, UriInfo request) {
    return switch (outcome) {
      case SshKeyOutcome.Added added ->
          Response.created(request.getAbsolutePathBuilder().path(added.key().id()).build())
              .entity(JsonViews.object(added.key()))
              .build();
      case SshKeyOutcome.Removed ignored -> Response.noContent().build();
      case SshKeyOutcome.Invalid invalid -> throw ApiProblem.invalid(invalid.problems());
      case SshKeyOutcome.Missing ignored -> throw ApiProblem.notFound("user", userName);
      case SshKeyOutcome.BeyondRights ignored ->
          throw ApiProblem.forbidden("'" + userName + "' has more rights than you.");
    };
  }
}
