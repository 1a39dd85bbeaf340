package org.comuta.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import org.comuta.database.DatabaseTrouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells everything that goes wrong in the API as RFC 9457 says, and never how it is made. */
final class ProblemMappers {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemMappers.class);

  private static final String DATABASE_AWAY =
      "The database is away or cannot write; nothing was changed. Try again later.";

  private ProblemMappers() {}

  /** Problems of ours, and what RESTEasy finds wrong with a request by itself. */
  @Provider
  public static class OfRequests implements ExceptionMapper<WebApplicationException> {
    @Override
    public Response toResponse(WebApplicationException problem) {
      return problem instanceof ApiProblem ours ? ours.getResponse() : foreign(problem);
    }
  }

  /**
   * A database that is away or full passes: 503. Everything else is our fault: 500, with a
   * reference to the log.
   */
  @Provider
  public static class OfEverythingElse implements ExceptionMapper<Throwable> {
    @Override
    public Response toResponse(Throwable failure) {
      for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
        if (cause instanceof ApiProblem ours) {
          return ours.getResponse();
        }
      }
      if (DatabaseTrouble.isBehind(failure)) {
        LOG.warn("A request of the API found no database: {}", failure.toString());
        return ApiProblem.of(503, "database", "Service unavailable", DATABASE_AWAY).getResponse();
      }
      String reference = UUID.randomUUID().toString();
      LOG.error("A request of the API failed, reference {}", reference, failure);
      return ApiProblem.of(
              500,
              "internal",
              "Internal error",
              "The request failed by a fault of the server, written to its log as "
                  + reference
                  + ".")
          .getResponse();
    }
  }

  private static Response foreign(WebApplicationException problem) {
    Response original = problem.getResponse();
    int status = original.getStatus();
    ApiProblem told =
        switch (status) {
          case 400 ->
              ApiProblem.of(status, "request", "Bad request", "The request cannot be understood.");
          case 404 ->
              ApiProblem.of(status, "not-found", "Not found", "There is nothing at this path.");
          case 405 ->
              ApiProblem.of(
                  status,
                  "method",
                  "Method not allowed",
                  "This path takes only " + original.getHeaderString(HttpHeaders.ALLOW) + ".");
          case 406 ->
              ApiProblem.of(
                  status,
                  "accept",
                  "Not acceptable",
                  "Nothing is answered here in a form that Accept asks for; most often it is"
                      + " application/json.");
          case 415 ->
              ApiProblem.of(
                  status,
                  "media-type",
                  "Unsupported media type",
                  "A body is not taken here in this form; most often it is Content-Type:"
                      + " application/json.");
          default -> ApiProblem.of(status, "request", "Not done", "The request was not done.");
        };
    Response response = told.getResponse();
    String allowed = original.getHeaderString(HttpHeaders.ALLOW);
    return allowed == null
        ? response
        : Response.fromResponse(response).header(HttpHeaders.ALLOW, allowed).build();
  }
}
