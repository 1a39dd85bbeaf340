package org.comuta.rest;

import jakarta.json.Json;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.comuta.configuration.ConfigurationException;
import org.comuta.configuration.InvalidConfigurationException;
import org.comuta.configuration.NotFoundException;
import org.comuta.configuration.ObjectInUseException;
import org.comuta.configuration.ObjectProblem;
import org.comuta.configuration.StaleObjectException;
import org.comuta.rest.ConfigurationViews.ProblemView;

/** Tells refusals of the configuration as problems. */
@Provider
public class ConfigurationProblems implements ExceptionMapper<ConfigurationException> {
  @Override
  public Response toResponse(ConfigurationException refused) {
    return problem(refused).getResponse();
  }

  private static ApiProblem problem(ConfigurationException refused) {
    String detail = String.valueOf(refused.getMessage());
    return switch (refused) {
      case InvalidConfigurationException invalid -> invalid(invalid.problems());
      case NotFoundException ignored -> ApiProblem.notFound(detail);
      case ObjectInUseException inUse ->
          ApiProblem.with(
              409, "in-use", "Conflict", detail, "users", JsonViews.value(inUse.users()));
      case StaleObjectException stale ->
          ApiProblem.with(
              412,
              "changed-meanwhile",
              "Precondition failed",
              detail,
              "currentRevision",
              Json.createValue(stale.currentRevision()));
    };
  }

  private static ApiProblem invalid(List<ObjectProblem> problems) {
    String first = problems.getFirst().problem().message();
    int more = problems.size() - ProblemView.MOST;
    return ApiProblem.of(
        422,
        "invalid",
        "Not valid",
        more > 0 ? first + " " + more + " problems more than are told here." : first,
        JsonViews.value(ProblemView.of(problems)).asJsonArray());
  }
}
