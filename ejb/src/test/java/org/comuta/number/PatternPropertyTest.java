package org.comuta.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PatternPropertyTest {
  @Property(tries = 5000)
  void anyTextIsAFilterOrIsRefusedWithAPosition(
      @ForAll("expressions") String text, @ForAll("numbers") String number) {
    try {
      NumberFilter filter = NumberFilter.parse(text);
      if (filter.accepts(number)) {
        assertThat(number).startsWith(filter.prefix());
      }
    } catch (InvalidPatternException e) {
      assertThat(e.position()).isBetween(1, text.length() + 1);
    }
  }

  @Property(tries = 5000)
  void anyTextIsARewriteOrIsRefusedWithAPosition(
      @ForAll("expressions") String pattern,
      @ForAll("expressions") String replacement,
      @ForAll("numbers") String number) {
    String text = "/" + pattern + "/" + replacement + "/";
    try {
      assertThat(NumberRewrite.parse(text).apply(number)).isNotNull();
    } catch (InvalidPatternException e) {
      assertThat(e.position()).isBetween(1, text.length() + 1);
    }
  }

  @Property(tries = 3000)
  void aFilterAcceptsWhatTheSameExpressionOfJavaFinds(
      @ForAll("filters") String text, @ForAll("numbers") String number) throws Exception {
    assertThat(NumberFilter.parse(text).accepts(number))
        .isEqualTo(Pattern.compile(text).matcher(number).find());
  }

  @Provide
  Arbitrary<String> expressions() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars("^$.*+?()[]{}|\\/$0123456789-,:ad").ofMaxLength(16),
        Arbitraries.strings().ofMaxLength(12));
  }

  @Provide
  Arbitrary<String> numbers() {
    return Arbitraries.strings().withChars("0123489+#a").ofMaxLength(14);
  }

  /** Expressions that mean the same in POSIX and in Java. */
  @Provide
  Arbitrary<String> filters() {
    Arbitrary<String> atom =
        Arbitraries.of("4", "8", "0", "1", ".", "[0-9]", "[^48]", "(4|8)", "(48)", "\\+", "#");
    Arbitrary<String> repetition =
        Arbitraries.of("", "", "", "*", "+", "?", "{2}", "{1,3}", "{2,}");
    Arbitrary<String> branch =
        atom.flatMap(one -> repetition.map(times -> one + times))
            .list()
            .ofMinSize(1)
            .ofMaxSize(6)
            .map(parts -> String.join("", parts));
    Arbitrary<String> anchored =
        branch.flatMap(
            text -> Arbitraries.of("%s", "^%s", "%s$", "^%s$").map(form -> form.formatted(text)));
    return anchored.list().ofMinSize(1).ofMaxSize(2).map(parts -> String.join("|", parts));
  }
}
