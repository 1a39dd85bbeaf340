package org.comuta.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.comuta.access.Service;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessGateTest {
  @ParameterizedTest(name = "{0} belongs to {1}")
  @CsvSource({
    "/metrics, METRICS",
    "/health, METRICS",
    "/health/ready, METRICS",
    "/healthy, PORTAL",
    "/api, API",
    "/api/v1, API",
    "/soap/v1, API",
    "/events, API",
    "/openapi, API",
    "/apis, PORTAL",
    "/portal/calls.xhtml, PORTAL",
    "/sign-in.xhtml, PORTAL",
    "/, PORTAL",
    "'', PORTAL",
  })
  void everyPathBelongsToAService(String path, Service service) {
    assertThat(AccessGate.service(path)).isEqualTo(service);
  }
}
