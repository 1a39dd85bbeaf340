package org.comuta.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.comuta.configuration.ImportObject;
import org.comuta.configuration.StoredObject;
import org.comuta.description.Catalogue;
import org.comuta.description.Json;
import org.comuta.description.ObjectDescription;
import org.comuta.description.ObjectKind;
import org.comuta.provisioning.Account.Mood;
import org.comuta.secret.Secret;

/** What was written is what is read again, whatever the objects have in them. */
class FilePropertyTest {
  private static final ObjectKind<Account> KIND = ObjectKind.of(Account.class);
  private static final ObjectDescription<Account> DESCRIPTION = KIND.description();
  private static final Catalogue CATALOGUE = new Catalogue(List.of(KIND));

  @Provide
  Arbitrary<List<StoredObject>> accounts() {
    Arbitrary<String> texts =
        Arbitraries.oneOf(
            Arbitraries.strings()
                .all()
                .excludeChars('\0')
                .ofMaxLength(20)
                .filter(FilePropertyTest::isPrintable),
            Arbitraries.of(
                "true", "null", "~", "007", "1e3", "yes", "- x", "a: b", "#", "=1", "\t"),
            Arbitraries.strings()
                .withChars(" ,;|\\\"'ab:#-[]{}&*!%@`\u00e7\u2028\ufeff")
                .ofMaxLength(12));
    Arbitrary<Account> accounts =
        Combinators.combine(
                Arbitraries.strings()
                    .alpha()
                    .numeric()
                    .withChars("_-")
                    .ofMinLength(1)
                    .ofMaxLength(12),
                Arbitraries.of(true, false),
                texts.filter(text -> !text.contains("\t")),
                Arbitraries.integers().between(-100, 1_000_000),
                Arbitraries.longs().between(-(1L << 50), 1L << 50),
                Arbitraries.of(Mood.class),
                texts.filter(text -> !text.isEmpty() && !text.contains("\t")).list().ofMaxSize(4),
                Arbitraries.integers().list().ofMaxSize(4))
            .as(
                (name, enabled, text, limit, octets, mood, words, numbers) ->
                    new Account(
                        name, enabled, text, limit, octets, mood, words, numbers, Secret.NONE));
    return accounts
        .list()
        .uniqueElements(Account::name)
        .ofMaxSize(5)
        .map(list -> list.stream().map(one -> stored(one)).toList());
  }

  private static StoredObject stored(Account account) {
    JsonObject body =
        Json.object(DESCRIPTION.toJson(account))
            .add("password", "secret " + account.name())
            .build();
    return new StoredObject("account", account.name(), 1, body);
  }

  private static boolean isPrintable(String text) {
    return text.chars()
        .noneMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c));
  }

  private static List<JsonObject> bodies(List<StoredObject> objects) {
    return objects.stream().map(StoredObject::body).toList();
  }

  private static void assertSame(FileReading reading, List<JsonObject> expected) {
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.objects()).extracting(ImportObject::fields).isEqualTo(expected);
  }

  @Property(tries = 300)
  void yamlAndJsonSayAgainWhatWasWritten(@ForAll("accounts") List<StoredObject> objects)
      throws FileException {
    ConfigurationFile file = ConfigurationFile.of(CATALOGUE, List.of("account"), objects, null);
    List<JsonObject> masked =
        bodies(objects).stream().map(body -> SecretTexts.masked(DESCRIPTION, body)).toList();

    assertSame(ConfigurationFileReader.read(CATALOGUE, file.yaml(), null), masked);
    assertSame(ConfigurationFileReader.read(CATALOGUE, file.json(), null), masked);
  }

  @Property(tries = 300)
  void commaSeparatedValuesSayAgainWhatWasWritten(@ForAll("accounts") List<StoredObject> objects)
      throws FileException {
    List<JsonObject> masked =
        bodies(objects).stream().map(body -> SecretTexts.masked(DESCRIPTION, body)).toList();
    for (char delimiter : new char[] {',', ';'}) {
      assertSame(CsvFile.read(DESCRIPTION, CsvFile.write(DESCRIPTION, objects, delimiter)), masked);
    }
  }

  @Property(tries = 3)
  void withAPassphraseSecretsComeBackToo(@ForAll("accounts") List<StoredObject> objects)
      throws FileException {
    String yaml =
        ConfigurationFile.of(CATALOGUE, List.of("account"), objects, "correct horse").yaml();

    assertThat(yaml).doesNotContain("secret ");
    assertSame(ConfigurationFileReader.read(CATALOGUE, yaml, "correct horse"), bodies(objects));
  }

  @Property(tries = 500)
  void whateverIsReadIsAnsweredOrRefused(@ForAll String text) {
    try {
      ConfigurationFileReader.read(CATALOGUE, text, null);
      CsvFile.read(DESCRIPTION, text);
    } catch (FileException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }
}
