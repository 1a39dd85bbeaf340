package org.comuta.portal.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Text can be read in both themes: contrast as WCAG 2.2 asks for, success criteria 1.4.3, 1.4.11.
 */
class ContrastTest {
  private static final double OF_TEXT = 4.5;
  private static final double OF_SHAPES = 3;
  private static final Pattern BOTH =
      Pattern.compile("--([a-z0-9-]+): light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)");

  private record Pair(String light, String dark) {}

  private static Map<String, Pair> colors() throws IOException {
    return BOTH.matcher(Files.readString(Path.of("src/main/webapp/resources/comuta/tokens.css")))
        .results()
        .collect(
            Collectors.toMap(one -> one.group(1), one -> new Pair(one.group(2), one.group(3))));
  }

  private static double luminance(String color) {
    return 0.2126 * linear(color, 1) + 0.7152 * linear(color, 3) + 0.0722 * linear(color, 5);
  }

  private static double linear(String color, int at) {
    double part = Integer.parseInt(color, at, at + 2, 16) / 255.0;
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static void expect(String over, String ground, double least) throws IOException {
    Pair above = colors().get(over);
    Pair below = colors().get(ground);
    assertThat(above).as(over).isNotNull();
    assertThat(below).as(ground).isNotNull();
    if (above != null && below != null) {
      assertThat(contrast(above.light(), below.light())).as("light").isGreaterThanOrEqualTo(least);
      assertThat(contrast(above.dark(), below.dark())).as("dark").isGreaterThanOrEqualTo(least);
    }
  }

  @ParameterizedTest(name = "{0} on {1}")
  @CsvSource({
    "ink, ground",
    "ink, card",
    "ink, raised",
    "ink, hover",
    "ink, nav",
    "ink-soft, ground",
    "ink-soft, card",
    "ink-soft, raised",
    "ink-soft, hover",
    "ink-soft, nav",
    "ink-faint, ground",
    "ink-faint, card",
    "ink-faint, raised",
    "ink-faint, nav",
    "accent, ground",
    "accent, card",
    "accent-dark, accent-soft",
    "on-fill, accent",
    "on-fill, accent-dark",
    "on-fill, neutral",
    "on-fill, success",
    "on-fill, info",
    "on-fill, warning",
    "on-fill, danger",
    "neutral, card",
    "success, card",
    "info, card",
    "warning, card",
    "danger, card",
    "neutral-ink, neutral-soft",
    "success-ink, success-soft",
    "info-ink, info-soft",
    "warning-ink, warning-soft",
    "danger-ink, danger-soft",
    "on-tip, tip",
  })
  void textCanBeRead(String text, String ground) throws IOException {
    expect(text, ground, OF_TEXT);
  }

  @ParameterizedTest(name = "{0} on {1}")
  @CsvSource({
    "line-strong, card",
    "line-strong, ground",
    "accent, ground",
    "accent, card",
    "chart-1, card",
    "chart-2, card",
    "chart-3, card",
    "chart-4, card",
    "chart-5, card",
    "chart-6, card",
  })
  void whatIsNoTextCanBeSeen(String shape, String ground) throws IOException {
    expect(shape, ground, OF_SHAPES);
  }
}
