package org.comuta.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.comuta.network.Prefix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessMatcherTest {
  private static final List<Service> ALL = List.copyOf(EnumSet.allOf(Service.class));

  /** An office that is let in, one machine of it that is not, and programs from anywhere. */
  private static final AccessRules OFFICE =
      new AccessRules(
          List.of(
              rule(Action.DENY, "192.0.2.66", ALL),
              rule(Action.ALLOW, "192.0.2.0/24", ALL),
              rule(Action.ALLOW, "2001:db8:7::/48", List.of(Service.PORTAL, Service.SSH)),
              rule(Action.ALLOW, "0.0.0.0/0", List.of(Service.API)),
              rule(Action.DENY, "198.51.100.1", List.of(Service.API))),
          Action.DENY);

  private static AccessRule rule(Action action, String address, List<Service> services) {
    return new AccessRule(action, address, services, "");
  }

  @ParameterizedTest(name = "{1} asks for {0}: {2}, rule {3}")
  @CsvSource({
    "PORTAL, 192.0.2.1, ALLOW, 1",
    "PORTAL, 192.0.2.66, DENY, 0",
    "API, 192.0.2.66, DENY, 0",
    "SSH, 192.0.2.255, ALLOW, 1",
    "PORTAL, 192.0.3.1, DENY,",
    "API, 192.0.3.1, ALLOW, 3",
    "API, 198.51.100.1, ALLOW, 3",
    "PORTAL, 2001:db8:7::1, ALLOW, 2",
    "API, 2001:db8:7::1, DENY,",
    "PORTAL, 2001:db8:8::1, DENY,",
    "PORTAL, ::ffff:192.0.2.1, ALLOW, 1",
    "PORTAL, 127.0.0.1, ALLOW,",
    "SSH, ::1, ALLOW,",
    "PORTAL, 127.0.0.2, DENY,",
  })
  void theFirstRuleThatFitsDecides(Service service, String address, Action action, Integer rule) {
    AccessMatcher matcher = new AccessMatcher(OFFICE);
    InetAddress asking = InetAddress.ofLiteral(address);
    AccessMatcher.Verdict verdict = matcher.decide(service, asking);
    assertThat(verdict.action()).isEqualTo(action);
    assertThat(verdict.rule()).isEqualTo(rule);
    assertThat(matcher.permits(service, asking)).isEqualTo(verdict.letIn());
  }

  @Test
  void thisMachineIsNeverRefused() {
    AccessRules nobody =
        new AccessRules(
            List.of(rule(Action.DENY, "127.0.0.1", ALL), rule(Action.DENY, "::/0", ALL)),
            Action.DENY);
    AccessMatcher.Verdict verdict =
        new AccessMatcher(nobody).decide(Service.PORTAL, InetAddress.ofLiteral("127.0.0.1"));
    assertThat(verdict).isEqualTo(new AccessMatcher.Verdict(Action.ALLOW, null, true));
  }

  @Test
  void whatIsShippedLetsEverybodyIn() {
    AccessMatcher shipped = new AccessMatcher(AccessRules.SHIPPED);
    for (Service service : ALL) {
      assertThat(shipped.permits(service, InetAddress.ofLiteral("203.0.113.9"))).isTrue();
    }
  }

  /** What the rules mean, told one after the other. */
  private static Action told(AccessRules rules, Service service, Prefix address) {
    for (AccessRule rule : rules.rules()) {
      Prefix prefix = Objects.requireNonNull(Prefix.parse(rule.address()));
      if (rule.services().contains(service) && prefix.contains(address)) {
        return rule.action();
      }
    }
    return rules.defaultAction();
  }

  @Property
  void decidesAsTheRulesAreTold(
      @ForAll("rules") AccessRules rules, @ForAll("addresses") Prefix address) {
    AccessMatcher matcher = new AccessMatcher(rules);
    for (Service service : ALL) {
      assertThat(matcher.decide(service, address.first()).action())
          .isEqualTo(told(rules, service, address));
    }
  }

  /** Few different bits, so that many prefixes hold many addresses. */
  @Provide
  Arbitrary<Prefix> addresses() {
    Arbitrary<Long> words = Arbitraries.of(0x0A00_0000L, 0x0A80_0001L, 0x0A80_0000L, 0xFFFF_FFFFL);
    Arbitrary<Prefix> v4 = words.map(word -> new Prefix(false, word << 32, 0, 32));
    Arbitrary<Prefix> v6 =
        Combinators.combine(words, words)
            .as((high, low) -> new Prefix(true, high << 32 | 1, low << 31, 128));
    return Arbitraries.oneOf(v4, v6);
  }

  @Provide
  Arbitrary<AccessRules> rules() {
    Arbitrary<String> prefixes =
        Combinators.combine(addresses(), Arbitraries.integers().between(0, 128))
            .as(
                (address, length) ->
                    new Prefix(
                            address.v6(),
                            address.high(),
                            address.low(),
                            address.v6() ? length : length / 4)
                        .toString());
    Arbitrary<AccessRule> rule =
        Combinators.combine(
                Arbitraries.of(Action.class),
                prefixes,
                Arbitraries.of(Service.class).list().ofMinSize(1).ofMaxSize(4))
            .as((action, prefix, services) -> new AccessRule(action, prefix, services, ""));
    return Combinators.combine(rule.list().ofMaxSize(20), Arbitraries.of(Action.class))
        .as(AccessRules::new);
  }
}
