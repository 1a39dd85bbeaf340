package org.comuta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.comuta.cli.command.Commands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
  private static final Texts PORTUGUESE = Texts.choose("pt-BR", null);

  @ParameterizedTest(name = "{0} has every text and no other, each with the same parts")
  @CsvSource({"en", "es"})
  void allLanguagesSayTheSame(String tag) {
    Texts texts = Texts.choose(tag, null);
    assertThat(texts.keys()).isEqualTo(PORTUGUESE.keys());
    for (String key : texts.keys()) {
      assertThat(texts.of(key, "«0»", "«1»", "«2»").replaceAll("[^0-9«»]+", ""))
          .as(key)
          .matches("[^«»]*(«[012]»[^«»]*)*");
    }
  }

  @Test
  void everyCommandAndTypeHasItsHelp() {
    List<String> commands =
        Commands.all(Path.of("log")).stream().map(one -> "help." + one.name()).toList();
    assertThat(PORTUGUESE.keys()).containsAll(commands);
  }

  @ParameterizedTest(name = "chosen {0}, LANG {1}: {2}")
  @CsvSource({
    "es, en_US.UTF-8, es",
    ", en_US.UTF-8, en",
    ", es, es",
    ", pt_PT@euro, pt-BR",
    ", de_DE.UTF-8, pt-BR",
    ", C.UTF-8, pt-BR",
    ", , pt-BR",
  })
  void theLanguageIsTheUsersElseThatOfTheClient(String chosen, String environment, String tag) {
    assertThat(Texts.choose(chosen, environment).tag()).isEqualTo(tag);
  }
}
