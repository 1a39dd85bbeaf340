package org.comuta.media.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.comuta.media.Side;
import org.junit.jupiter.api.Test;

class HoldingsTest {
  private final AtomicLong now = new AtomicLong();
  private final Holdings<String> holdings = new Holdings<>(now::get, Duration.ofMinutes(2));

  @Test
  void aCallIsItsSettersUntilItEnds() {
    make("server", "one");
    assertThat(holdings.setting("other", "one")).isFalse();
    assertThat(holdings.ending("other", "one")).isFalse();
    assertThat(holdings.ending("server", "one")).isTrue();
    assertThat(holdings.all()).isEmpty();
    assertThat(holdings.setting("other", "one")).isTrue();
  }

  @Test
  void aCallThatWasNeverMadeIsNobodys() {
    holdings.setting("server", "one");
    holdings.setting("server", "one");
    holdings.set("one", false);
    assertThat(holdings.all()).containsExactly("one");
    holdings.set("one", false);
    assertThat(holdings.all()).isEmpty();
  }

  @Test
  void aCallThatWasMadeStaysWhenALaterChangeFails() {
    make("server", "one");
    holdings.setting("server", "one");
    holdings.set("one", false);
    assertThat(holdings.all()).containsExactly("one");
  }

  @Test
  void callsOfAHolderThatLeftWaitForTheirClaim() {
    make("server", "one");
    make("server", "two");
    assertThat(holdings.leave("server")).isEqualTo(2);
    assertThat(holdings.orphans()).isEqualTo(2);

    pass(Duration.ofSeconds(119));
    assertThat(holdings.expired()).isEmpty();
    Holdings.Claimed claimed = holdings.claim("new server", List.of("one", "three"));
    assertThat(claimed.held()).containsExactly("one");
    assertThat(claimed.dropped()).isEmpty();

    pass(Duration.ofSeconds(1));
    assertThat(holdings.expired()).containsExactly("two");
    assertThat(holdings.all()).containsExactly("one");
  }

  @Test
  void whoComesToClaimHasTheWholeTimeForIt() {
    make("server", "one");
    holdings.leave("server");
    pass(Duration.ofSeconds(119));
    holdings.greeted();
    pass(Duration.ofSeconds(119));
    assertThat(holdings.expired()).isEmpty();
    pass(Duration.ofSeconds(1));
    assertThat(holdings.expired()).containsExactly("one");
  }

  @Test
  void aClaimDropsTheAskersOtherCallsAndNobodyElses() {
    make("server", "kept");
    make("server", "leaked");
    make("other", "another's");
    Holdings.Claimed claimed = holdings.claim("server", List.of("kept", "another's"));
    assertThat(claimed.held()).containsExactly("kept");
    assertThat(claimed.dropped()).containsExactly("leaked");
    assertThat(holdings.all()).containsExactlyInAnyOrder("kept", "another's");
  }

  @Test
  void settingAnOrphanTakesIt() {
    make("server", "one");
    holdings.leave("server");
    make("new server", "one");
    pass(Duration.ofHours(1));
    assertThat(holdings.expired()).isEmpty();
  }

  @Test
  void silenceOfAnOrphanIsToldWithItsClaim() {
    make("server", "one");
    assertThat(holdings.silent("one", Side.CALLER)).isEqualTo("server");
    holdings.leave("server");
    assertThat(holdings.silent("one", Side.CALLED)).isNull();
    assertThat(holdings.claim("server", List.of("one")).silent())
        .containsEntry("one", Set.of(Side.CALLED));
    assertThat(holdings.claim("server", List.of("one")).silent()).isEmpty();
  }

  private void make(String holder, String callId) {
    assertThat(holdings.setting(holder, callId)).isTrue();
    holdings.set(callId, true);
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
