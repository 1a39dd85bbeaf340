package org.comuta.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemMappersTest {
  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new NotFoundException(), 404, "urn:comuta:problem:not-found"),
        Arguments.of(new NotAllowedException("GET"), 405, "urn:comuta:problem:method"),
        Arguments.of(new NotSupportedException(), 415, "urn:comuta:problem:media-type"),
        Arguments.of(new WebApplicationException(418), 418, "urn:comuta:problem:request"));
  }

  @ParameterizedTest(name = "{1} is told as {2}")
  @MethodSource("failures")
  void whatRestEasyFindsIsToldAsAProblem(WebApplicationException failure, int status, String type) {
    Response response = new ProblemMappers.OfRequests().toResponse(failure);
    assertThat(response.getStatus()).isEqualTo(status);
    assertThat(response.getMediaType()).hasToString("application/problem+json");
    assertThat(String.valueOf(response.getEntity())).contains(type, "\"status\":" + status);
  }

  @Test
  void whatIsNotAllowedSaysWhatIs() {
    Response response =
        new ProblemMappers.OfRequests()
            .toResponse(new NotAllowedException("GET", new String[] {"PUT"}));
    assertThat(response.getHeaderString("Allow")).contains("GET", "PUT");
  }

  @Test
  void ourOwnFaultsTellNothingOfTheInside() {
    Response response =
        new ProblemMappers.OfEverythingElse()
            .toResponse(new IllegalStateException("secret inside"));
    assertThat(response.getStatus()).isEqualTo(500);
    assertThat(String.valueOf(response.getEntity()))
        .contains("urn:comuta:problem:internal")
        .doesNotContain("secret", "Exception", "org.comuta");
  }

  @Test
  void aProblemInsideAnotherExceptionIsStillToldAsItself() {
    Response response =
        new ProblemMappers.OfEverythingElse()
            .toResponse(new IllegalStateException(ApiProblem.forbidden("No.")));
    assertThat(response.getStatus()).isEqualTo(403);
  }
}
