package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleTest {
  @ParameterizedTest(name = "{0}: {1}, {2}, {3}, {4}")
  @CsvSource({
    "ADMINISTRATOR, FULL, FULL, FULL, FULL",
    "SUPERVISOR, READ, FULL, READ, NONE",
    "OPERATOR, READ, READ, READ, NONE",
    "EMPLOYEE, NONE, NONE, NONE, NONE",
  })
  void mayDoWhatItsTableSays(
      Role role, Level configuration, Level monitoring, Level diagnostics, Level administration) {
    assertThat(role.rights())
        .isEqualTo(new Rights(configuration, monitoring, diagnostics, administration));
  }
}
