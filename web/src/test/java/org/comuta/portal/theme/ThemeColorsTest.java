package org.comuta.portal.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThemeColorsTest {
  private static final Pattern COLOR =
      Pattern.compile("#[0-9a-fA-F]{3,8}\\b|(?:rgb|hsl)a?\\([^)]*\\)");
  private static final Pattern VARIABLE = Pattern.compile("var\\(--([a-z-]+)\\)");

  /** Shadows, masks and what lies over pictures are the same in both themes. */
  private static final Pattern SAME_IN_BOTH =
      Pattern.compile(
          "rgba\\(0,0,0,[^)]*\\)|rgba\\(255, ?255, ?255,[^)]*\\)|hsla\\(0,0%,100%,[^)]*\\)");

  private static String resource(String path) throws IOException {
    try (InputStream in = ThemeColorsTest.class.getResourceAsStream(path)) {
      assertThat(in).as(path).isNotNull();
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String theme() throws IOException {
    return ThemeColors.rewrite(resource("/META-INF/resources/primefaces-saga-blue/theme.css"));
  }

  private static Set<String> found(Pattern pattern, String text, int group) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult result) -> result.group(group))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a{color:#fff} | a{color:var(--on-fill)}",
        "a{background:#fff;color:#495057} | a{background:var(--card);color:var(--ink)}",
        "a{border:1px solid #dee2e6} | a{border:1px solid var(--line)}",
        "a{box-shadow:0 0 0 1px rgb(166.2, 213, 250.2)} | a{box-shadow:0 0 0 1px var(--ring)}",
        "a{background:rgba(0,0,0,.4)} | a{background:rgba(0,0,0,.4)}",
        ":root{--x:#fff;color-scheme:light}a{width:1rem} | a{width:1rem}",
      })
  void aColorBecomesWhatItIsUsedFor(String original, String ours) {
    assertThat(ThemeColors.rewrite(original)).isEqualTo(ours);
  }

  @Test
  void noColorOfTheOriginalIsLeft() throws IOException {
    Set<String> left = found(COLOR, theme(), 0);
    left.removeIf(color -> SAME_IN_BOTH.matcher(color).matches());
    assertThat(left).isEmpty();
  }

  @Test
  void everyVariableIsDefined() throws IOException {
    Set<String> defined =
        found(
            Pattern.compile("--([a-z-]+):"),
            Files.readString(Path.of("src/main/webapp/resources/comuta/tokens.css")),
            1);
    assertThat(defined).containsAll(found(VARIABLE, theme(), 1));
  }
}
