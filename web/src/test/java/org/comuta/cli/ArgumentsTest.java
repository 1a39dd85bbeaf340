package org.comuta.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {
  @Test
  void namesFieldsAndOptionsStandInAnyOrder() {
    Arguments arguments =
        Arguments.of(
            List.of(
                "nap", "--json", "domain=a=b", "carrier", "codecs=a", "codecs=b", "--columns=x"));
    assertThat(arguments.names()).containsExactly("nap", "carrier");
    assertThat(arguments.fields())
        .isEqualTo(Map.of("domain", List.of("a=b"), "codecs", List.of("a", "b")));
    assertThat(arguments.options()).isEqualTo(Map.of("json", "", "columns", "x"));
    assertThat(Format.of(arguments)).isEqualTo(Format.JSON);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "--fast, There is no option --fast.",
    "--, nothing",
    "=value, nothing",
  })
  void anOptionThatIsNoneIsRefused(String word, String problem) {
    if (problem.equals("nothing")) {
      assertThat(Arguments.of(List.of(word)).names()).containsExactly(word);
    } else {
      assertThatThrownBy(() -> Arguments.of(List.of(word)))
          .isInstanceOfSatisfying(
              CommandException.class,
              refused -> {
                assertThat(refused.exitCode()).isEqualTo(ExitCode.MISUSED);
                assertThat(refused.text(Texts.choose("en", null))).isEqualTo(problem);
              });
    }
  }

  @Test
  void twoFormatsAreOneTooMany() {
    Arguments arguments = Arguments.of(List.of("--json", "--csv"));
    assertThatThrownBy(() -> Format.of(arguments)).isInstanceOf(CommandException.class);
  }
}
