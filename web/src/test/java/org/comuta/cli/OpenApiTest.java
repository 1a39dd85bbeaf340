package org.comuta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.comuta.cli.Subject.Verb;
import org.junit.jupiter.api.Test;

class OpenApiTest {
  private final Vocabulary vocabulary = new Vocabulary(OpenApi.subjects(Samples.openApi()));

  @Test
  void listsAndSinglesAreSubjects() {
    assertThat(vocabulary.all())
        .extracting(Subject::path)
        .containsExactly("account", "calls", "configuration/revisions", "users");
    assertThat(vocabulary.get("call").verbs())
        .containsExactlyInAnyOrder(Verb.LIST, Verb.READ, Verb.DELETE);
    assertThat(vocabulary.get("account").verbs()).containsExactly(Verb.READ_SINGLE);
    assertThat(vocabulary.get("users").verbs())
        .containsExactlyInAnyOrder(Verb.LIST, Verb.READ, Verb.REPLACE, Verb.DELETE);
  }

  @Test
  void fieldsOfObjectsWithinHaveDots() {
    assertThat(vocabulary.get("user").fields())
        .extracting(SubjectField::name)
        .containsExactly("fullName", "password", "enabled", "rights.monitoring");
    SubjectField enabled = vocabulary.get("user").field("enabled").orElseThrow();
    assertThat(enabled.type()).isEqualTo(SubjectField.Type.BOOLEAN);
    assertThat(vocabulary.get("user").field("password").orElseThrow().secret()).isTrue();
  }

  @Test
  void filtersKnowTheWordsOfWhatIsAnswered() {
    assertThat(vocabulary.get("users").filters())
        .singleElement()
        .satisfies(
            role ->
                assertThat(role.choices())
                    .extracting(SubjectField.Choice::word)
                    .isEqualTo(List.of("OPERATOR", "EMPLOYEE")));
  }
}
