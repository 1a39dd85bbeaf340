package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenUsesTest {
  private final IdentityFixture identity = new IdentityFixture();
  private final Instant start = identity.clock.instant();
  private final TokenStore store = identity.tokens;
  private final TokenUses uses = new TokenUses(store, Duration.ofMinutes(1), 100);

  @BeforeEach
  void makeAToken() {
    store.insert(
        new Token("t1", "admin", "", Rights.ALL, start, start.plusSeconds(600), null, null), "x");
  }

  private @Nullable Token token() {
    return store.find("t1");
  }

  @ParameterizedTest(name = "used again {0} s later: written {1} s after the first")
  @CsvSource({"0, 0", "59, 0", "60, 60", "3600, 3600"})
  void aUseIsWrittenAtMostOnceAMinute(int secondsLater, int written) {
    uses.used("t1", "192.0.2.1", start);
    uses.used("t1", "192.0.2.2", start.plusSeconds(secondsLater));
    assertThat(token())
        .satisfies(
            token -> {
              assertThat(token).isNotNull();
              assertThat(token.lastUsedAt()).isEqualTo(start.plusSeconds(written));
              assertThat(token.lastUsedAddress())
                  .isEqualTo(written == 0 ? "192.0.2.1" : "192.0.2.2");
            });
  }

  @Test
  void aTokenThatWasNeverUsedSaysSo() {
    assertThat(token())
        .satisfies(
            token -> {
              assertThat(token).isNotNull();
              assertThat(token.lastUsedAt()).isNull();
              assertThat(token.lastUsedAddress()).isNull();
            });
  }

  @Test
  void aDatabaseThatIsAwayStopsNobody() {
    identity.sql.change("drop table api_token");
    uses.used("t1", "192.0.2.1", start);
  }
}
