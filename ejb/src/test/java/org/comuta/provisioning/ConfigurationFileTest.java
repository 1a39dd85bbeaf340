package org.comuta.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.comuta.Sample;
import org.comuta.configuration.ImportObject;
import org.comuta.configuration.StoredObject;
import org.comuta.description.Catalogue;
import org.comuta.description.ObjectKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationFileTest {
  private static final Catalogue CATALOGUE = new Catalogue(List.of(ObjectKind.of(Account.class)));
  private static final String PASSPHRASE = "correct horse";

  private static FileReading read(String text) throws FileException {
    return ConfigurationFileReader.read(CATALOGUE, text.replace('\'', '"'), null);
  }

  private static StoredObject account(String name, String password) {
    String body = "{'name': '%s', 'limit': 7, 'password': '%s'}".formatted(name, password);
    return new StoredObject("account", name, 1, Sample.json(body));
  }

  @Test
  void yamlIsForPeople() {
    String yaml =
        ConfigurationFile.of(
                CATALOGUE,
                List.of("account"),
                List.of(
                    new StoredObject(
                        "account",
                        "lab",
                        1,
                        Sample.json(
                            "{'name': 'lab', 'description': 'São Paulo: 1', 'limit': 7,"
                                + " 'words': ['a', 'b c'], 'password': 'x'}"))),
                null)
            .yaml();

    assertThat(yaml)
        .isEqualTo(
            """
            formatVersion: 1
            accounts:
            - name: lab
              description: "São Paulo: 1"
              limit: 7
              words: ["a","b c"]
              password: "********"
            """);
  }

  @Test
  void aTextNeedsNoQuotesAndLinesAreRemembered() throws FileException {
    FileReading reading =
        read(
            """
            # from the old exchange
            accounts:
              - name: 4711
                description: true

                limit: 7
                words: [ one, 2 ]
              - {name: b, limit: "7", enabled: false}
            """);

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.objects())
        .extracting(ImportObject::name, one -> one.fields().toString(), ImportObject::line)
        .containsExactly(
            tuple(
                "4711",
                "{\"name\":\"4711\",\"description\":\"true\",\"limit\":7,\"words\":[\"one\",\"2\"]}",
                3),
            tuple("b", "{\"name\":\"b\",\"limit\":\"7\",\"enabled\":false}", 8));
    assertThat(reading.objects().getFirst().lines()).containsEntry("limit", 6);
  }

  @Test
  void whatIsWrongWithOneObjectDoesNotHideTheOthers() throws FileException {
    FileReading reading =
        read(
            """
            pianos: []
            accounts:
            - limit: 7
            - just a text
            - name: good
            """);

    assertThat(reading.objects()).extracting(ImportObject::name).containsExactly("good");
    assertThat(reading.problems())
        .extracting(one -> one.line(), one -> one.problem().field(), one -> one.problem().code())
        .containsExactly(
            tuple(1, "", "unknown"), tuple(3, "name", "required"), tuple(4, "", "type"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "'' => 0",
        "[1] => 1",
        "a: 1 => 0",
        "accounts: 7 => 1",
        "accounts: &x [] => 1",
        "accounts: !!set {} => 1",
        "accounts: [*x] => 1",
        "accounts: [{name: [[[[[[[[[]]]]]]]]]}] => 1",
        "accounts: [ => 0",
        "formatVersion: 2 => 1",
        "encryption: {} => 1"
      })
  void whatIsNoFileOfOursIsRefused(String text, int line) throws FileException {
    if (text.startsWith("a: 1")) {
      assertThat(read(text).problems()).isNotEmpty();
      return;
    }
    assertThatExceptionOfType(FileException.class)
        .isThrownBy(() -> read(text))
        .satisfies(e -> assertThat(e.line()).isGreaterThanOrEqualTo(line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: 1\na: 2",
        "accounts: []\n---\naccounts: []",
        "accounts:\n- name: a\n  name: b",
        "accounts:\n\t- name: a"
      })
  void aSecondOfAnythingIsRefused(String text) {
    assertThatExceptionOfType(FileException.class)
        .isThrownBy(() -> read(text))
        .satisfies(e -> assertThat(e.line()).isBetween(2, 3));
  }

  @Test
  void jsonMayBeIndentedWithTabs() throws FileException {
    assertThat(read("{\n\t'accounts': [\n\t\t{'name': 'a',\n\t\t\t'limit': 7}]\n}\n").objects())
        .singleElement()
        .satisfies(one -> assertThat(one.line()).isEqualTo(3))
        .satisfies(one -> assertThat(one.line("limit")).isEqualTo(4));
  }

  @Test
  void aSecretIsReadableOnlyWithItsPassphraseAndInItsPlace() throws FileException {
    String yaml =
        ConfigurationFile.of(
                CATALOGUE,
                List.of("account"),
                List.of(account("a", "s3cret"), account("b", "")),
                PASSPHRASE)
            .yaml();

    assertThat(yaml).doesNotContain("s3cret").contains("password: \"encrypted:", "password: \"\"");
    assertThat(ConfigurationFileReader.read(CATALOGUE, yaml, PASSPHRASE).objects())
        .extracting(one -> one.fields().getString("password"))
        .containsExactly("s3cret", "");
    assertThatExceptionOfType(FileException.class)
        .isThrownBy(() -> ConfigurationFileReader.read(CATALOGUE, yaml, null))
        .withMessageContaining("give its passphrase");
    for (String changed :
        List.of(
            yaml.replace("name: a", "name: c"), yaml.replace("iterations: 6", "iterations: 5"))) {
      assertThatExceptionOfType(FileException.class)
          .isThrownBy(() -> ConfigurationFileReader.read(CATALOGUE, changed, PASSPHRASE))
          .withMessageContaining("cannot be decrypted");
    }
    assertThatExceptionOfType(FileException.class)
        .isThrownBy(() -> ConfigurationFileReader.read(CATALOGUE, yaml, "another horse"))
        .withMessageContaining("cannot be decrypted");
  }

  @Test
  void tooMuchWorkForAKeyIsRefused() {
    String text = "encryption: {iterations: 999999999, salt: AAAAAAAAAAAAAAAAAAAAAA==}";

    assertThatExceptionOfType(FileException.class)
        .isThrownBy(() -> ConfigurationFileReader.read(CATALOGUE, text, PASSPHRASE))
        .withMessageContaining("iterations");
  }
}
