package org.comuta.intrusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SourceGuardTest {
  private static final InetAddress STRANGER = InetAddress.ofLiteral("192.0.2.7");
  private static final InetAddress OTHER = InetAddress.ofLiteral("2001:db8::7");
  private static final InetAddress NEIGHBOUR = InetAddress.ofLiteral("192.0.2.1");
  private static final Instant BEGIN = Instant.parse("2026-01-31T12:00:00Z");

  private long seconds;
  private IntrusionRules rules = IntrusionRules.NONE;
  private final SourceGuard guard =
      new SourceGuard(
          () -> rules, () -> BEGIN.plusSeconds(seconds), () -> TimeUnit.SECONDS.toNanos(seconds));

  private void apply(IntrusionRule... all) {
    rules = IntrusionRules.of(List.of(all), List.of(NEIGHBOUR));
  }

  private static IntrusionRule rule(String name, Detection detection, int attempts) {
    return new IntrusionRule(name, true, "", detection, attempts, 60, 600);
  }

  private void met(InetAddress source, int times) {
    for (int i = 0; i < times; i++) {
      guard.met(Detection.UNKNOWN_SOURCE, source);
    }
  }

  @Test
  void withoutRulesNobodyIsBlocked() {
    met(STRANGER, 100);
    assertThat(guard.admits(STRANGER)).isTrue();
    assertThat(guard.blocked()).isEmpty();
  }

  @Test
  void theLastAttemptBlocksAndTimeReleases() {
    apply(rule("scanners", Detection.UNKNOWN_SOURCE, 3));
    met(STRANGER, 2);
    assertThat(guard.admits(STRANGER)).isTrue();
    met(STRANGER, 1);
    assertThat(guard.admits(STRANGER)).isFalse();
    assertThat(guard.admits(STRANGER)).isFalse();
    assertThat(guard.admits(OTHER)).isTrue();
    seconds = 599;
    assertThat(guard.blocked())
        .containsExactly(
            new BlockedSource(
                "192.0.2.7",
                "scanners",
                Detection.UNKNOWN_SOURCE,
                BEGIN,
                BEGIN.plusSeconds(600),
                1,
                2));
    seconds = 600;
    assertThat(guard.admits(STRANGER)).isTrue();
    assertThat(guard.blocked()).isEmpty();
    met(STRANGER, 2);
    assertThat(guard.admits(STRANGER)).as("counts from the beginning").isTrue();
  }

  @Test
  void attemptsOfLongAgoDoNotCount() {
    apply(rule("scanners", Detection.UNKNOWN_SOURCE, 3));
    for (int i = 0; i < 20; i++) {
      met(STRANGER, 1);
      seconds += 35;
    }
    assertThat(guard.admits(STRANGER)).isTrue();
  }

  @Test
  void eachRuleCountsWhatItWatchesFor() {
    apply(rule("bad", Detection.MALFORMED, 2), rule("flood", Detection.FLOOD, 5));
    met(STRANGER, 50);
    guard.met(Detection.MALFORMED, STRANGER);
    assertThat(guard.blocked()).isEmpty();
    for (int i = 0; i < 5; i++) {
      assertThat(guard.admits(STRANGER)).as("message " + i).isTrue();
    }
    assertThat(guard.admits(STRANGER)).isFalse();
    assertThat(guard.blocked()).extracting(BlockedSource::rule).containsExactly("flood");
    guard.met(Detection.MALFORMED, OTHER);
    guard.met(Detection.MALFORMED, OTHER);
    assertThat(guard.blocked())
        .extracting(BlockedSource::rule)
        .containsExactlyInAnyOrder("flood", "bad");
  }

  @Test
  void neighboursAreSparedWhateverTheySend() {
    apply(rule("scanners", Detection.UNKNOWN_SOURCE, 1), rule("flood", Detection.FLOOD, 1));
    met(NEIGHBOUR, 10);
    assertThat(guard.admits(NEIGHBOUR)).isTrue();
    assertThat(guard.admits(NEIGHBOUR)).isTrue();
    assertThat(guard.blocked()).isEmpty();
  }

  @Test
  void whoBecomesANeighbourIsFree() {
    apply(rule("scanners", Detection.UNKNOWN_SOURCE, 1));
    met(STRANGER, 1);
    assertThat(guard.admits(STRANGER)).isFalse();
    rules =
        IntrusionRules.of(
            List.of(rule("scanners", Detection.UNKNOWN_SOURCE, 1)), List.of(STRANGER));
    assertThat(guard.admits(STRANGER)).isTrue();
    assertThat(guard.blocked()).isEmpty();
  }

  @Test
  void withItsRuleABlockEnds() {
    apply(rule("scanners", Detection.UNKNOWN_SOURCE, 1));
    met(STRANGER, 1);
    assertThat(guard.admits(STRANGER)).isFalse();
    apply(rule("others", Detection.UNKNOWN_SOURCE, 1));
    assertThat(guard.admits(STRANGER)).isTrue();
  }

  @Test
  void anAdministratorReleases() {
    apply(rule("scanners", Detection.UNKNOWN_SOURCE, 1));
    met(OTHER, 1);
    String address = OTHER.getHostAddress();
    assertThat(guard.release("192.0.2.99")).isNull();
    assertThat(guard.release(address)).isNotNull();
    assertThat(guard.admits(OTHER)).isTrue();
    assertThat(guard.release(address)).isNull();
  }

  @Test
  void memoryIsBounded() {
    apply(rule("scanners", Detection.UNKNOWN_SOURCE, 2));
    byte[] octets = {10, 0, 0, 0};
    for (int i = 0; i < SourceGuard.MOST * 2; i++) {
      octets[1] = (byte) (i >> 16);
      octets[2] = (byte) (i >> 8);
      octets[3] = (byte) i;
      InetAddress source = address(octets);
      met(source, 1);
      if (i >= SourceGuard.MOST) {
        met(source, 1);
      }
    }
    assertThat(guard.blocked()).hasSize(SourceGuard.MOST);
    met(STRANGER, 2);
    assertThat(guard.admits(STRANGER)).as("no room for one more").isTrue();
    seconds = 600;
    met(STRANGER, 2);
    assertThat(guard.blocked()).hasSize(1);
  }

  private static InetAddress address(byte[] octets) {
    try {
      return InetAddress.getByAddress(octets);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
