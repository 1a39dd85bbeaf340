package org.comuta.nap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comuta.Sample.nap;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.comuta.description.ObjectSet;
import org.comuta.description.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NapRulesTest {
  private static final String FORCE = "'forceConfiguredProxy': true";
  private static final String ANY = "'acceptAnyAddress': true";
  private static final String INNER = "'sipInterface': 'inner'";
  private static final String OUTER = "'sipInterface': 'outer'";
  private static final String IGNORE = "'ignoreSourcePort': true";

  static Stream<Arguments> overlaps() {
    return Stream.of(
        overlap("domain", nap("a", "192.0.2.1"), nap("b", "192.0.2.1")),
        overlap("domain", nap("a", "192.0.2.1", INNER), nap("b", "192.0.2.1", INNER)),
        overlap("domain", nap("a", "2001:db8::1"), nap("b", "2001:DB8:0::1")),
        overlap("domain", nap("a", "Trunk.example"), nap("b", "trunk.example.")),
        overlap(
            "ignoreSourcePort",
            nap("a", "192.0.2.1", IGNORE, "'port': 5070"),
            nap("b", "192.0.2.1", IGNORE)),
        overlap("port", nap("a", "192.0.2.1", "'port': 0"), nap("b", "192.0.2.1", IGNORE)),
        overlap(
            "acceptAnyAddress",
            nap("a", "x.example", ANY, "'port': 5070"),
            nap("b", "x.example", ANY)),
        overlap(
            "proxies",
            nap("a", "192.0.2.1", FORCE, "'proxies': ['192.0.2.9']"),
            nap("b", "192.0.2.9")),
        overlap(
            "domain",
            nap("a", "192.0.2.9"),
            nap("b", "192.0.2.1", FORCE, "'proxies': ['192.0.2.9:5060']")));
  }

  private static Arguments overlap(String field, Nap one, Nap other) {
    return Arguments.of(field, one, other);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("overlaps")
  void twoNapsWithTheSameSignAreRefused(String field, Nap one, Nap other) {
    assertThat(check(one, other))
        .isNotEmpty()
        .allSatisfy(
            problem -> {
              assertThat(problem.field()).isEqualTo(field);
              assertThat(problem.code()).isEqualTo("conflict");
              assertThat(problem.message()).contains(field, "NAP b");
            });
  }

  static Stream<Arguments> neighbours() {
    return Stream.of(
        Arguments.of(nap("a", "192.0.2.1"), nap("b", "192.0.2.1", "'port': 5061")),
        Arguments.of(nap("a", "192.0.2.1", INNER), nap("b", "192.0.2.1")),
        Arguments.of(nap("a", "192.0.2.1", INNER), nap("b", "192.0.2.1", OUTER)),
        Arguments.of(nap("a", "x.example", ANY, INNER), nap("b", "x.example", ANY)),
        Arguments.of(nap("a", "192.0.2.1"), nap("b", "192.0.2.1", "'transport': 'TCP'")),
        Arguments.of(nap("a", "192.0.2.1"), nap("b", "192.0.2.1", IGNORE, "'port': 5061")),
        Arguments.of(nap("a", "192.0.2.1"), nap("b", "192.0.2.1", "'enabled': false")),
        Arguments.of(nap("a", "192.0.2.1", "'enabled': false"), nap("b", "192.0.2.1")),
        Arguments.of(
            nap("a", "x.example", ANY),
            nap("b", "x.example", ANY, "'sourceByPacketAddress': true", "'port': 5070")),
        Arguments.of(
            nap("a", "192.0.2.1", "'proxies': ['192.0.2.9']"),
            nap("b", "192.0.2.2", "'proxies': ['192.0.2.9']")),
        Arguments.of(
            nap("a", "192.0.2.1"), nap("b", "192.0.2.1", FORCE, "'proxies': ['192.0.2.9']")));
  }

  @ParameterizedTest
  @MethodSource("neighbours")
  void napsThatCanBeToldApartAreAccepted(Nap one, Nap other) {
    assertThat(check(one, other)).isEmpty();
    assertThat(check(other, one)).isEmpty();
  }

  @Test
  void aNapDoesNotConflictWithWhatItWasBefore() {
    assertThat(check(nap("a", "192.0.2.1"), nap("a", "192.0.2.1"))).isEmpty();
  }

  @Test
  void whoForcesProxiesNeedsOne() {
    assertThat(check(nap("a", "192.0.2.1", FORCE)))
        .extracting(Problem::field)
        .containsExactly("forceConfiguredProxy");
  }

  static Stream<Arguments> manyHosts() {
    return Stream.of(
        Arguments.of("mediaAddress", nap("a", "192.0.2.1", "'mediaAddress': '0.0.0.0'")),
        Arguments.of("mediaAddress", nap("a", "192.0.2.1", "'mediaAddress': '::'")),
        Arguments.of("mediaAddress", nap("a", "192.0.2.1", "'mediaAddress': '224.0.0.1'")),
        Arguments.of("mediaAddress", nap("a", "192.0.2.1", "'mediaAddress': 'ff02::1'")),
        Arguments.of("mediaAddress", nap("a", "192.0.2.1", "'mediaAddress': '255.255.255.255'")),
        Arguments.of("domain", nap("a", "0.0.0.0")),
        Arguments.of("domain", nap("a", "239.1.1.1")),
        Arguments.of("proxies", nap("a", "192.0.2.1", "'proxies': ['192.0.2.9', '[::]:5060']")),
        Arguments.of("proxies", nap("a", "192.0.2.1", "'proxies': ['255.255.255.255:5061']")));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("manyHosts")
  void anAddressThatIsNotOfOneHostIsRefused(String field, Nap nap) {
    assertThat(check(nap)).extracting(Problem::field).containsExactly(field);
  }

  private static List<Problem> check(Nap nap, Nap... others) {
    return new NapRules().check(nap, new Objects(List.of(others)));
  }

  /** Only objects of the wanted type, as every set of objects does. */
  record Objects(List<?> objects) implements ObjectSet {
    @Override
    public <T> Collection<T> all(Class<T> type) {
      return objects.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public boolean exists(String kind, String name) {
      throw new UnsupportedOperationException();
    }
  }
}
