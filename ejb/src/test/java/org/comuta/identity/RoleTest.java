package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleTest {
  @ParameterizedTest(name = "{0} may {1}: {2}")
  @CsvSource({
    "ADMINISTRATOR, READ, true",
    "ADMINISTRATOR, CONTROL_CALLS, true",
    "ADMINISTRATOR, CONFIGURE, true",
    "ADMINISTRATOR, ADMINISTER, true",
    "SUPERVISOR, READ, true",
    "SUPERVISOR, CONTROL_CALLS, true",
    "SUPERVISOR, CONFIGURE, false",
    "SUPERVISOR, ADMINISTER, false",
    "OPERATOR, READ, true",
    "OPERATOR, CONTROL_CALLS, false",
    "OPERATOR, CONFIGURE, false",
    "OPERATOR, ADMINISTER, false",
  })
  void mayDoWhatItsTableSays(Role role, Right right, boolean allowed) {
    assertThat(role.may(right)).isEqualTo(allowed);
  }
}
