package org.comuta.supervision;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.comuta.alarm.Alarms;
import org.comuta.alarm.Condition;
import org.comuta.background.BackgroundThread;
import org.comuta.cause.Failure;
import org.comuta.cause.Fault;
import org.comuta.event.CallAnswered;
import org.comuta.event.CallChanged;
import org.comuta.event.CallContent;
import org.comuta.event.CallRinging;
import org.comuta.event.Event;
import org.comuta.event.EventContent;
import org.comuta.event.EventHub;
import org.comuta.event.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Raises an alarm for a NAP to which call after call fails at the other side, and clears it with
 * the first that does not. Learns it from the events of calls, on a thread of its own.
 */
final class NapHealth implements AutoCloseable {
  /** So many failed tries one after the other are an alarm. */
  static final int FAILURES = 5;

  private static final int CAPACITY = 10_000;

  /** Events gather meanwhile: waking for each costs more than looking at it. */
  private static final long GATHERING_MILLIS = 200;

  private static final int AT_ONCE = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int FIRST_SERVER_ERROR = 500;
  private static final int LAST_SERVER_ERROR = 599;

  private final Map<String, Integer> failuresInARow = new HashMap<>();
  private final Alarms alarms;
  private final Subscription subscription;
  private final BackgroundThread thread;

  NapHealth(EventHub events, Alarms alarms) {
    this.alarms = alarms;
    subscription = events.subscribe("supervision", CAPACITY, NapHealth::tells);
    thread = BackgroundThread.start("comuta-supervision-naps", this::step);
  }

  private static boolean tells(EventContent content) {
    return content instanceof CallRinging
        || content instanceof CallAnswered
        || (content instanceof CallChanged changed
            && changed.change() == CallChanged.Change.ATTEMPT_FAILED);
  }

  private long step() {
    for (Event event : subscription.take(AT_ONCE, PATIENCE)) {
      if (event.content() instanceof CallContent call && call.destinationNap() != null) {
        judge(call.destinationNap(), call);
      }
    }
    return GATHERING_MILLIS;
  }

  private synchronized void judge(String nap, CallContent call) {
    if (call instanceof CallChanged failed && isTheirs(failed.failure(), failed.sipStatus())) {
      int failures = failuresInARow.merge(nap, 1, Integer::sum);
      if (failures >= FAILURES) {
        alarms.raise(
            Condition.NAP_FAILING,
            nap,
            "cause %d, SIP %d".formatted(failed.cause(), failed.sipStatus()));
      }
    } else {
      failuresInARow.remove(nap);
      // Also one from before the start of this server, whose failures nobody remembers.
      alarms.clear(Condition.NAP_FAILING, nap);
    }
  }

  /** Whether it is the network or the far exchange that failed, and not the one who was called. */
  private static boolean isTheirs(@Nullable String failure, @Nullable Integer sipStatus) {
    if (failure != null) {
      return Failure.valueOf(failure).fault() == Fault.UPSTREAM;
    }
    return sipStatus != null && sipStatus >= FIRST_SERVER_ERROR && sipStatus <= LAST_SERVER_ERROR;
  }

  /** Forgets NAPs that are none any more. */
  synchronized void retain(Set<String> naps) {
    failuresInARow.keySet().retainAll(naps);
    alarms.clearOthers(Condition.NAP_FAILING, naps);
  }

  @Override
  public void close() {
    subscription.close();
    thread.close();
  }
}
