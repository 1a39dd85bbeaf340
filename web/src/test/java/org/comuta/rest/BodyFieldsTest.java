package org.comuta.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.comuta.identity.Role;
import org.junit.jupiter.api.Test;

class BodyFieldsTest {
  private static BodyFields body(String json) {
    return new BodyFields(
        JsonBody.parse(json.getBytes(StandardCharsets.UTF_8)),
        Set.of("name", "role", "enabled", "days", "rights"));
  }

  @Test
  void soundFieldsAreRead() {
    BodyFields fields = body("{\"role\":\"operator\",\"enabled\":false,\"days\":7}");
    assertThat(fields.choice("role", Role.class)).isEqualTo(Role.OPERATOR);
    assertThat(fields.truth("enabled", true)).isFalse();
    assertThat(fields.number("days", 1, 10, 5L)).isEqualTo(7);
    assertThat(fields.text("name", "none")).isEqualTo("none");
    fields.refuse();
  }

  @Test
  void everythingWrongIsToldAtOnce() {
    BodyFields fields =
        body("{\"name\":1,\"role\":\"king\",\"enabled\":\"yes\",\"days\":99,\"x\":0}");
    fields.text("name", "");
    fields.choice("role", Role.class);
    fields.truth("enabled", true);
    fields.number("days", 1, 10, 5L);
    assertThatExceptionOfType(ApiProblem.class)
        .isThrownBy(fields::refuse)
        .satisfies(
            problem ->
                assertThat(String.valueOf(problem.getResponse().getEntity()))
                    .contains(
                        "\"status\":422",
                        "\"field\":\"x\",\"code\":\"unknown\"",
                        "\"field\":\"name\",\"code\":\"type\"",
                        "\"field\":\"role\",\"code\":\"choice\"",
                        "\"field\":\"enabled\",\"code\":\"type\"",
                        "\"field\":\"days\",\"code\":\"range\""));
  }

  @Test
  void whatIsRequiredIsMissed() {
    BodyFields fields = body("{}");
    fields.choice("role", Role.class);
    fields.number("days", 1, 10, null);
    assertThatExceptionOfType(ApiProblem.class)
        .isThrownBy(fields::refuse)
        .withMessage("role is required.");
  }

  @Test
  void anotherNameThanThatOfTheAddressIsRefused() {
    BodyFields fields = body("{\"name\":\"b\"}");
    fields.sameName("a");
    assertThatExceptionOfType(ApiProblem.class).isThrownBy(fields::refuse);
  }

  @Test
  void fieldsOfAnObjectInsideAreToldWithItsName() {
    BodyFields fields = body("{\"rights\":{\"role\":\"king\",\"x\":0}}");
    assertThat(fields.object("rights", Set.of("role")).optionalChoice("role", Role.class)).isNull();
    assertThatExceptionOfType(ApiProblem.class)
        .isThrownBy(fields::refuse)
        .satisfies(
            problem ->
                assertThat(String.valueOf(problem.getResponse().getEntity()))
                    .contains(
                        "\"field\":\"rights.x\",\"code\":\"unknown\"",
                        "\"field\":\"rights.role\",\"code\":\"choice\""));
  }

  @Test
  void anObjectThatIsNotThereHasNoFields() {
    BodyFields fields = body("{\"rights\":null}");
    assertThat(fields.object("rights", Set.of("role")).optionalChoice("role", Role.class)).isNull();
    fields.refuse();
    BodyFields wrong = body("{\"rights\":7}");
    wrong.object("rights", Set.of("role"));
    assertThatExceptionOfType(ApiProblem.class)
        .isThrownBy(wrong::refuse)
        .withMessage("rights must be an object.");
  }
}
