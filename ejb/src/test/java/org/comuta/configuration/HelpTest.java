package org.comuta.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.comuta.description.FieldDescription;
import org.comuta.description.Help;
import org.comuta.description.ObjectDescription;
import org.comuta.description.ObjectKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HelpTest {
  static List<Help> languages() {
    return Help.languages();
  }

  private static Set<String> expectedKeys() {
    Set<String> keys = new TreeSet<>();
    for (ObjectKind<?> kind : Kinds.catalogue().kinds()) {
      ObjectDescription<?> description = kind.description();
      keys.add(description.kind());
      description.fields().forEach(field -> keys.add(description.kind() + "." + field.name()));
    }
    return keys;
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyKindAndFieldHasHelpAndNoneIsLeftOver(Help help) {
    assertThat(help.keys()).isEqualTo(expectedKeys());
  }

  @ParameterizedTest
  @MethodSource("languages")
  void helpIsASentenceThatTellsTheDefault(Help help) {
    String word =
        switch (help.locale().getLanguage()) {
          case "pt" -> "Padrão: ";
          case "es" -> "Por defecto: ";
          default -> "Default: ";
        };
    List<String> silent = new ArrayList<>();
    for (ObjectKind<?> kind : Kinds.catalogue().kinds()) {
      for (FieldDescription field : kind.description().fields()) {
        String text = help.text(kind.description().kind() + "." + field.name());
        if (!field.required() && !text.contains(word + shownDefault(field))) {
          silent.add(kind.description().kind() + "." + field.name());
        }
        assertThat(text).hasSizeGreaterThan(30).endsWith(".");
      }
    }
    assertThat(silent).isEmpty();
  }

  private static String shownDefault(FieldDescription field) {
    String text = field.defaultValue().toString();
    boolean toldInWords = text.equals("\"\"") || text.equals("[]") || text.length() > 40;
    return toldInWords ? "" : text.replace("\"", "").replace(",", ", ").replaceAll("[\\[\\]]", "");
  }

  @ParameterizedTest(name = "{0} is helped in {1}")
  @CsvSource({"pt-BR, pt-BR", "pt, pt-BR", "es-AR, es", "en-GB, en", "de, en"})
  void aLanguageIsChosenByTheLocale(String asked, String given) {
    assertThat(Help.in(Locale.forLanguageTag(asked)).locale().toLanguageTag()).isEqualTo(given);
  }

  @Test
  void descriptionsGiveTheirHelp() {
    ObjectDescription<?> nap = Kinds.catalogue().kind("nap").orElseThrow().description();
    FieldDescription domain = nap.field("domain").orElseThrow();

    assertThat(nap.help(Locale.ENGLISH)).startsWith("Network access point");
    assertThat(nap.help(domain, Locale.forLanguageTag("pt-BR"))).startsWith("Nome de host");
  }
}
