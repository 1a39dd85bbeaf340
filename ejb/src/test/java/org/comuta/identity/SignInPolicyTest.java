package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.comuta.database.Sql;
import org.comuta.description.Problem;
import org.comuta.identity.SignInPolicy.Amount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignInPolicyTest {
  @Test
  void whatIsShippedIsRight() {
    assertThat(SignInPolicy.SHIPPED.check()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Amount.class)
  void everyNumberHasLimitsThatNameIt(Amount amount) {
    for (long beyond : new long[] {amount.least() - 1, amount.most() + 1}) {
      assertThat(IdentityFixture.with(amount, beyond).check())
          .extracting(Problem::field, Problem::code)
          .contains(Tuple.tuple(amount.field(), "range"));
    }
    SignInPolicy most = IdentityFixture.with(amount, amount.most());
    assertThat(most.amount(amount)).isEqualTo(amount.most());
    assertThat(most.check()).extracting(Problem::code).doesNotContain("range");
  }

  @Test
  void aSessionIsIdleNoLongerThanItLasts() {
    assertThat(IdentityFixture.with(Amount.LONGEST_SESSION, 600).check())
        .extracting(Problem::field)
        .containsExactly("idleTimeout");
  }

  @ParameterizedTest
  @EnumSource(Amount.class)
  void everyNumberIsKept(Amount amount) {
    PolicyStore store = new PolicyStore(IdentityDatabase.create());
    assertThat(store.load()).isEqualTo(SignInPolicy.SHIPPED);
    SignInPolicy other = IdentityFixture.with(amount, amount.most());
    store.save(other);
    store.save(other);
    assertThat(store.load()).isEqualTo(other);
  }

  @Test
  void theRolesThatMustHaveASecondFactorAreKept() {
    PolicyStore store = new PolicyStore(IdentityDatabase.create());
    SignInPolicy strict =
        SignInPolicy.SHIPPED.withSecondFactorFor(Set.of(Role.ADMINISTRATOR, Role.SUPERVISOR));
    store.save(strict);
    store.save(strict);
    assertThat(store.load()).isEqualTo(strict);
  }

  @Test
  void aChangeElsewhereCountsAfterSomeSecondsAndHereAtOnce() {
    SettableClock clock = new SettableClock();
    PolicyStore store = new PolicyStore(IdentityDatabase.create());
    CurrentPolicy current = new CurrentPolicy(store, Duration.ofSeconds(10), clock);
    assertThat(current.get()).isEqualTo(SignInPolicy.SHIPPED);
    SignInPolicy stricter = IdentityFixture.with(Amount.ATTEMPTS, 3);
    store.save(stricter);
    assertThat(current.get()).isEqualTo(SignInPolicy.SHIPPED);
    clock.goOn(Duration.ofSeconds(10));
    assertThat(current.get()).isEqualTo(stricter);
    store.save(SignInPolicy.SHIPPED);
    current.forget();
    assertThat(current.get()).isEqualTo(SignInPolicy.SHIPPED);
  }

  @Test
  void whileTheDatabaseIsAwayWhatWasReadLastCounts() {
    SettableClock clock = new SettableClock();
    Sql sql = IdentityDatabase.create();
    CurrentPolicy current = new CurrentPolicy(new PolicyStore(sql), Duration.ofSeconds(10), clock);
    current.get();
    sql.change("drop table sign_in_policy");
    clock.goOn(Duration.ofSeconds(10));
    assertThat(current.get()).isEqualTo(SignInPolicy.SHIPPED);
  }
}
