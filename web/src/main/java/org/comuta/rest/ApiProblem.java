package org.comuta.rest;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.List;
import org.comuta.description.Problem;

/**
 * A request that cannot be done, told as RFC 9457 says. Its type is {@code urn:comuta:problem:}
 * with a stable word; the fields at fault are in {@code errors}.
 */
public final class ApiProblem extends WebApplicationException {
  /** Media type of RFC 9457. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** What is said, with 503 and the type {@code directory-away}, of a sign-in that it stops. */
  public static final String DIRECTORY_AWAY =
      "The directory that may know this user cannot be reached; try again later.";

  private static final String TYPE_PREFIX = "urn:comuta:problem:";

  private ApiProblem(int status, JsonObject body) {
    super(
        body.getString("detail"),
        Response.status(status)
            .type(MediaType.valueOf(MEDIA_TYPE))
            .entity(body.toString())
            .build());
  }

  static ApiProblem of(int status, String type, String title, String detail) {
    return new ApiProblem(status, body(status, type, title, detail).build());
  }

  static ApiProblem of(int status, String type, String title, String detail, JsonArray errors) {
    return with(status, type, title, detail, "errors", errors);
  }

  /** With one more member. */
  static ApiProblem with(
      int status, String type, String title, String detail, String member, JsonValue value) {
    return new ApiProblem(status, body(status, type, title, detail).add(member, value).build());
  }

  /** A request that cannot be understood: 400. */
  static ApiProblem badRequest(String type, String detail) {
    return of(400, type, "Bad request", detail);
  }

  /** A request with fields or parameters that cannot be understood: 400. */
  static ApiProblem badRequest(String type, Collection<Problem> errors) {
    return of(400, type, "Bad request", first(errors), array(errors));
  }

  /** An object that breaks rules: 422, with each field at fault. */
  static ApiProblem invalid(Collection<Problem> errors) {
    return of(422, "invalid", "Not valid", first(errors), array(errors));
  }

  /** Nothing of this name: 404. */
  static ApiProblem notFound(String kind, String name) {
    return notFound("There is no " + kind + " '" + name + "'.");
  }

  /** Nothing there: 404. */
  static ApiProblem notFound(String detail) {
    return of(404, "not-found", "Not found", detail);
  }

  /** The state of things does not allow it: 409. */
  static ApiProblem conflict(String type, String detail) {
    return of(409, type, "Conflict", detail);
  }

  /** Not for this user: 403. */
  static ApiProblem forbidden(String detail) {
    return of(403, "forbidden", "Forbidden", detail);
  }

  /** Something that is not there at this moment: 503. */
  static ApiProblem unavailable(String detail) {
    return of(503, "unavailable", "Service unavailable", detail);
  }

  /** The body of a problem, for those who write responses themselves. */
  public static JsonObjectBuilder body(int status, String type, String title, String detail) {
    return Json.createObjectBuilder()
        .add("type", TYPE_PREFIX + type)
        .add("title", title)
        .add("status", status)
        .add("detail", detail);
  }

  /** One entry of {@code errors}. */
  static JsonObjectBuilder error(Problem problem) {
    return Json.createObjectBuilder()
        .add("field", problem.field())
        .add("code", problem.code())
        .add("message", problem.message());
  }

  private static JsonArray array(Collection<Problem> problems) {
    JsonArrayBuilder errors = Json.createArrayBuilder();
    problems.forEach(problem -> errors.add(error(problem)));
    return errors.build();
  }

  private static String first(Collection<Problem> problems) {
    return List.copyOf(problems).getFirst().message();
  }
}
