package org.comuta.portal.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import org.comuta.configuration.Change;
import org.comuta.configuration.FieldDiff;
import org.comuta.configuration.Kinds;
import org.comuta.configuration.ObjectDiff;
import org.comuta.description.Json;
import org.junit.jupiter.api.Test;

class ChangesTest {
  private final Changes changes = new Changes(Kinds.catalogue(), Locale.forLanguageTag("pt-BR"));

  @Test
  void aChangeIsToldInWords() {
    ObjectDiff difference =
        new ObjectDiff(
            "nap",
            "lab",
            Change.UPDATED,
            List.of(
                new FieldDiff("mediaMode", Json.value("BRIDGE"), Json.value("BYPASS")),
                new FieldDiff("noAnswerTimeout", Json.value(120), Json.value(60)),
                new FieldDiff("enabled", Json.value(true), Json.value(false)),
                new FieldDiff("description", Json.value(""), Json.value("new"))));

    ChangedObject told = changes.of(difference);

    assertThat(told.kindLabel()).isEqualTo("NAP");
    assertThat(told.untold()).isZero();
    assertThat(told.fields())
        .extracting(ChangedField::label, ChangesTest::before, ChangesTest::after)
        .containsExactly(
            tuple("Modo de mídia", "Pela central (bridge)", "Direta (bypass)"),
            tuple("Espera por atendimento", "120 s", "60 s"),
            tuple("Ativo", "Sim", "Não"),
            tuple("Descrição", "–", "new"));
  }

  private static String before(ChangedField field) {
    return field.text().prefix() + field.text().removed() + field.text().suffix();
  }

  private static String after(ChangedField field) {
    return field.text().prefix() + field.text().added() + field.text().suffix();
  }

  @Test
  void ofWhatCameOnlyWhatIsNotDefaultIsTold() {
    ObjectDiff difference =
        new ObjectDiff(
            "nap",
            "lab",
            Change.CREATED,
            List.of(
                new FieldDiff("name", null, Json.value("lab")),
                new FieldDiff("domain", null, Json.value("192.0.2.1")),
                new FieldDiff("port", null, Json.value(5060)),
                new FieldDiff("enabled", null, Json.value(true))));

    ChangedObject told = changes.of(difference);

    assertThat(told.fields()).extracting(ChangedField::name).containsExactly("domain");
    assertThat(told.untold()).isEqualTo(2);
    assertThat(told.address()).isEqualTo("nap.xhtml?name=lab");
  }

  @Test
  void whatThisVersionDoesNotKnowIsToldAsItIs() {
    ObjectDiff difference =
        new ObjectDiff(
            "gone",
            "x",
            Change.UPDATED,
            List.of(new FieldDiff("field", Json.value("a"), Json.value("b"))));

    ChangedObject told = changes.of(difference);

    assertThat(told.kindLabel()).isEqualTo("gone");
    assertThat(told.address()).isEqualTo("object.xhtml?kind=gone&name=x");
    assertThat(told.fields()).singleElement().extracting(ChangesTest::after).isEqualTo("b");
  }
}
