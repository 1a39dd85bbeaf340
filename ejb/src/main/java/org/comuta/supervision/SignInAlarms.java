package org.comuta.supervision;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.comuta.alarm.Alarms;
import org.comuta.alarm.Condition;
import org.comuta.event.Events;
import org.comuta.event.UserLockedOut;
import org.comuta.event.UserSignedIn;
import org.comuta.identity.Lock;
import org.comuta.identity.SignInWatch;

/** Tells of sign-ins, and raises an alarm when many fail. Any thread. */
final class SignInAlarms implements SignInWatch {
  /** What the alarms are about: one object, for names and addresses come from strangers. */
  static final String OBJECT = "sign-in";

  /** So many failures, of whomever and from wherever, within the window. */
  static final int MANY = 20;

  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final Deque<Instant> failures = new ArrayDeque<>(MANY);
  private final Events events;
  private final Alarms alarms;
  private final InstantSource clock;

  SignInAlarms(Events events, Alarms alarms, InstantSource clock) {
    this.events = events;
    this.alarms = alarms;
    this.clock = clock;
  }

  @Override
  public void signedIn(String user, String address) {
    events.publish(new UserSignedIn(user, address));
  }

  @Override
  public void failed(String user, String address) {
    if (areMany()) {
      alarms.raise(Condition.SIGN_IN_FAILURES, OBJECT, user + ", " + address);
    }
  }

  private synchronized boolean areMany() {
    Instant now = clock.instant();
    failures.addLast(now);
    if (failures.size() < MANY) {
      return false;
    }
    return failures.removeFirst().isAfter(now.minus(WINDOW));
  }

  @Override
  public void locked(Lock lock) {
    events.publish(
        new UserLockedOut(lock.kind().name(), lock.user(), lock.address(), lock.until()));
    alarms.raise(
        Condition.SIGN_IN_LOCKED,
        OBJECT,
        lock.kind() + " " + (lock.user() + " " + lock.address()).strip());
  }
}
