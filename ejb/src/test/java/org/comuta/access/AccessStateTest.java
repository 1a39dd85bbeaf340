package org.comuta.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.comuta.identity.Actor;
import org.comuta.identity.SettableClock;
import org.junit.jupiter.api.Test;

/** The guard against locking oneself out. */
class AccessStateTest {
  private static final Actor ANA = new Actor("ana", "192.0.2.7");
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final AccessRules CLOSED = new AccessRules(List.of(), Action.DENY);
  private static final AccessRules OFFICE =
      new AccessRules(
          List.of(new AccessRule(Action.ALLOW, "192.0.2.0/24", List.of(Service.PORTAL), "")),
          Action.DENY);
  private static final AccessState BEGIN = new AccessState(0, AccessRules.SHIPPED, null);

  private final SettableClock clock = new SettableClock();

  private AccessState change(AccessState state, AccessRules rules) {
    return state.change(rules, ANA, clock.instant());
  }

  private AccessRules inEffect(AccessState state) {
    return state.inEffect(clock.instant());
  }

  @Test
  void aChangeIsInEffectAtOnceAndTakenBackAfterAMinute() {
    AccessState state = change(BEGIN, CLOSED);
    assertThat(inEffect(state)).isEqualTo(CLOSED);
    clock.goOn(AccessState.LONGEST_TRIAL.minus(SECOND));
    assertThat(inEffect(state)).isEqualTo(CLOSED);
    assertThat(state.isOverdue(clock.instant())).isFalse();
    clock.goOn(SECOND);
    assertThat(inEffect(state)).isEqualTo(AccessRules.SHIPPED);
    assertThat(state.isOverdue(clock.instant())).isTrue();
    assertThat(state.takeBack()).isEqualTo(new AccessState(2, AccessRules.SHIPPED, null));
  }

  @Test
  void whatIsConfirmedStays() {
    AccessState state = change(BEGIN, OFFICE).confirm();
    clock.goOn(AccessState.LONGEST_TRIAL.plus(SECOND));
    assertThat(inEffect(state)).isEqualTo(OFFICE);
    assertThat(state).isEqualTo(new AccessState(1, OFFICE, null));
    assertThat(state.confirm()).isSameAs(state);
    assertThat(state.takeBack()).isSameAs(state);
  }

  @Test
  void aChangeOfWhatIsOnTrialGoesBackToWhatWasConfirmed() {
    AccessState state = change(change(BEGIN, OFFICE).confirm(), CLOSED);
    clock.goOn(AccessState.LONGEST_TRIAL.minus(SECOND));
    state = change(state, AccessRules.SHIPPED);
    clock.goOn(SECOND);
    assertThat(inEffect(state)).isEqualTo(AccessRules.SHIPPED);
    clock.goOn(AccessState.LONGEST_TRIAL);
    assertThat(inEffect(state)).isEqualTo(OFFICE);
    assertThat(state.change()).isEqualTo(3);
  }

  @Test
  void goingBackByOneselfNeedsNoTrial() {
    AccessState state = change(change(BEGIN, CLOSED), AccessRules.SHIPPED);
    assertThat(state).isEqualTo(new AccessState(2, AccessRules.SHIPPED, null));
  }

  @Test
  void aTrialEndsByItselfWhereRequestsAreJudged() {
    RefusedSources refused = new RefusedSources(clock);
    AccessLists lists = new AccessLists(clock, refused);
    InetAddress ana = InetAddress.ofLiteral(ANA.address());
    assertThat(lists.permits(Service.PORTAL, ana)).as("before the start is complete").isFalse();
    assertThat(lists.permits(Service.PORTAL, InetAddress.ofLiteral("127.0.0.1"))).isTrue();
    lists.publish(BEGIN);
    assertThat(lists.permits(Service.PORTAL, ana)).isTrue();
    lists.publish(change(BEGIN, CLOSED));
    assertThat(lists.permits(Service.PORTAL, ana)).isFalse();
    clock.goOn(AccessState.LONGEST_TRIAL);
    assertThat(lists.permits(Service.PORTAL, ana)).isTrue();
    assertThat(refused.latest())
        .singleElement()
        .satisfies(one -> assertThat(one.times()).isEqualTo(2));
  }
}
