package org.comuta.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.comuta.backup.BackupSchedule;
import org.comuta.description.FieldDescription;
import org.comuta.description.Help;
import org.comuta.description.Labels;
import org.comuta.description.ObjectDescription;
import org.comuta.description.ObjectKind;
import org.comuta.description.Section;
import org.comuta.description.Unit;
import org.comuta.identity.SettingKinds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HelpTest {
  static List<Help> languages() {
    return Help.languages();
  }

  /** Everything that is described: what is applied, and what counts at once. */
  private static List<ObjectKind<?>> kinds() {
    List<ObjectKind<?>> kinds = new ArrayList<>(Kinds.catalogue().kinds());
    kinds.addAll(SettingKinds.catalogue().kinds());
    kinds.add(ObjectKind.of(BackupSchedule.class));
    return kinds;
  }

  private static Set<String> expectedKeys() {
    Set<String> keys = new TreeSet<>();
    for (ObjectKind<?> kind : kinds()) {
      ObjectDescription<?> description = kind.description();
      keys.add(description.kind());
      for (FieldDescription field : description.fields()) {
        String key = description.kind() + "." + field.name();
        keys.add(key);
        field.choices().forEach(choice -> keys.add(key + "." + choice));
      }
    }
    return keys;
  }

  static List<Labels> labels() {
    return Labels.languages();
  }

  private static Set<String> expectedLabels() {
    Set<String> keys = expectedKeys();
    kinds().forEach(kind -> keys.add(kind.description().path()));
    Stream.of(Section.values()).forEach(section -> keys.add("section." + section));
    Stream.of(Unit.values())
        .filter(unit -> unit != Unit.NONE)
        .forEach(unit -> keys.add("unit." + unit));
    return keys;
  }

  @ParameterizedTest
  @MethodSource("labels")
  void everythingHasALabelAndNoneIsLeftOver(Labels labels) {
    assertThat(labels.keys()).isEqualTo(expectedLabels());
    assertThat(labels.keys())
        .allSatisfy(key -> assertThat(labels.text(key)).isNotBlank().hasSizeLessThan(45));
  }

  @ParameterizedTest
  @MethodSource("labels")
  void noTwoFieldsOfAKindHaveTheSameLabel(Labels labels) {
    for (ObjectKind<?> kind : kinds()) {
      ObjectDescription<?> description = kind.description();
      assertThat(description.fields())
          .extracting(field -> description.label(field, labels.locale()))
          .doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyKindFieldAndChoiceHasHelpAndNoneIsLeftOver(Help help) {
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
    for (ObjectKind<?> kind : kinds()) {
      for (FieldDescription field : kind.description().fields()) {
        String text = help.text(kind.description().kind() + "." + field.name());
        if (!field.required() && !text.contains(word + shownDefault(field))) {
          silent.add(kind.description().kind() + "." + field.name());
        }
        assertThat(text).hasSizeGreaterThan(30).endsWith(".");
        for (String choice : field.choices()) {
          assertThat(kind.description().help(field, choice, help.locale()))
              .hasSizeGreaterThan(20)
              .endsWith(".");
        }
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
