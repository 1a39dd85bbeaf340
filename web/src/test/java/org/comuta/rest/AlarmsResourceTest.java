package org.comuta.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmsResourceTest {
  private static MultivaluedMap<String, String> parameters(String name, String value) {
    MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
    parameters.add(name, value);
    return parameters;
  }

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource({"severity, AWFUL", "severity, critical", "severity, ''", "condition, AWAY"})
  void aWordThatActiveAlarmsDoNotHaveIsRefusedByItsName(String name, String value) {
    assertThatExceptionOfType(ApiProblem.class)
        .isThrownBy(() -> AlarmsResource.active(parameters(name, value)))
        .satisfies(
            problem -> {
              assertThat(problem.getResponse().getStatus()).isEqualTo(400);
              assertThat(String.valueOf(problem.getResponse().getEntity()))
                  .contains("\"field\":\"" + name + "\"", "\"code\":\"choice\"");
            });
  }

  @Test
  void aWordThatTheyHaveIsTaken() {
    assertThat(AlarmsResource.active(parameters("severity", "CRITICAL")).filters())
        .isEqualTo(Map.of("severity", "CRITICAL"));
  }
}
