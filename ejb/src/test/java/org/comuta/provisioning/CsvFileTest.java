package org.comuta.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.comuta.Sample;
import org.comuta.configuration.ImportObject;
import org.comuta.configuration.StoredObject;
import org.comuta.description.ObjectDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvFileTest {
  private static final ObjectDescription<Account> ACCOUNT = ObjectDescription.of(Account.class);

  private static FileReading read(String... lines) throws FileException {
    return CsvFile.read(ACCOUNT, String.join("\n", lines));
  }

  @Test
  void semicolonsQuotesListsAndEmptyValuesAreUnderstood() throws FileException {
    FileReading reading =
        read(
            "\uFEFFname;limit;description;words;enabled\r",
            "a;7;\"one; two \"\"three\"\"\";x y|z;\r",
            "",
            "b;;;;FALSE");

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.objects())
        .extracting(one -> one.fields().toString(), ImportObject::line)
        .containsExactly(
            tuple(
                "{\"name\":\"a\",\"limit\":7,\"description\":\"one; two \\\"three\\\"\","
                    + "\"words\":[\"x\",\"y\",\"z\"],\"enabled\":null}",
                2),
            tuple(
                "{\"name\":\"b\",\"limit\":null,\"description\":\"\",\"words\":[],"
                    + "\"enabled\":false}",
                4));
  }

  @Test
  void aValueMayGoOverLinesWhichAreCounted() throws FileException {
    FileReading reading = read("name,description", "a,\"one", "two\"", "b,three");

    assertThat(reading.objects())
        .extracting(ImportObject::name, ImportObject::line)
        .containsExactly(tuple("a", 2), tuple("b", 4));
  }

  @Test
  void aLineWithTooFewOrTooManyValuesIsToldAndTheOthersAreRead() throws FileException {
    FileReading reading = read("name,limit", "a", "b,1,2", ",3", "c,4");

    assertThat(reading.objects()).extracting(ImportObject::name).containsExactly("c");
    assertThat(reading.problems())
        .extracting(one -> one.line(), one -> one.problem().code())
        .containsExactly(tuple(2, "columns"), tuple(3, "columns"), tuple(4, "required"));
  }

  @ParameterizedTest(name = "{0} is refused on line {1}")
  @CsvSource(
      delimiterString = " => ",
      value = {
        "'' => 1",
        "limit => 1",
        "name,colour => 1",
        "name,name => 1",
        "name|a|\"b => 3",
        "name|\"a\"b => 2"
      })
  void whatCannotBeReadIsRefused(String text, int line) {
    assertThatExceptionOfType(FileException.class)
        .isThrownBy(() -> read(text.replace('|', '\n')))
        .satisfies(e -> assertThat(e.line()).isEqualTo(line));
  }

  @Test
  void itIsWrittenForSpreadsheets() {
    String body =
        "{'name': 'a', 'enabled': true, 'description': 'x, y', 'limit': 7, 'octets': 0,"
            + " 'mood': 'GOOD', 'words': ['b c', 'd'], 'numbers': [], 'password': 'x'}";
    StoredObject account = new StoredObject("account", "a", 1, Sample.json(body));

    assertThat(CsvFile.write(ACCOUNT, List.of(account), ';').split("\r\n"))
        .containsExactly(
            "name;enabled;description;limit;octets;mood;words;numbers;password",
            "a;true;\"x, y\";7;0;GOOD;b\\ c d;;********");
  }
}
