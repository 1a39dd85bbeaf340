package org.comuta.event;

import java.time.Instant;
import java.util.List;
import org.comuta.event.AlarmContent.AlarmState;
import org.jspecify.annotations.Nullable;

/** Events of every type, with everything told and with as little as may be. */
public final class EventSamples {
  private static final Instant MOMENT = Instant.parse("2026-03-04T05:06:07.891234Z");

  private EventSamples() {}

  /** At least one of each type. */
  public static List<EventContent> all() {
    AlarmState alarm =
        new AlarmState(
            "0195f3a0-0000-7000-8000-000000000000",
            "NAP_FAILING",
            "MAJOR",
            "CALL_ESTABLISHMENT_ERROR",
            "carrier",
            "cause 27, SIP 503",
            MOMENT,
            MOMENT,
            1,
            null,
            null,
            null,
            null);
    AlarmState past =
        new AlarmState(
            alarm.alarmId(),
            alarm.condition(),
            alarm.severity(),
            alarm.probableCause(),
            alarm.object(),
            alarm.details(),
            MOMENT,
            MOMENT,
            7,
            MOMENT,
            "maria",
            "being \"mended\"\n",
            MOMENT);
    return List.of(
        new CallBegun("c", null, null, "", "4830000", "192.0.2.1:5060", "UDP", 3),
        new CallRouted("c", "a", "b", "1", "2", "out", 1, "10", "20"),
        new CallRinging("c", "a", "b", "1", "2", "out"),
        new CallAnswered("c", "a", "b", "1", "2", "out", 1200),
        new CallChanged(
            "c",
            "a",
            "b",
            "1",
            "2",
            "out",
            CallChanged.Change.ATTEMPT_FAILED,
            "CALLED",
            17,
            486,
            null),
        new CallChanged(
            "c",
            "a",
            "b",
            "1",
            "2",
            null,
            CallChanged.Change.MEDIA_CHANGED,
            "CALLER",
            null,
            null,
            null),
        ended("c", null, null),
        ended("c", "a", "b"),
        new ConfigurationSaved(4, "admin", "127.0.0.1", "", "CREATED", "nap", "carrier", 1),
        new ConfigurationSaved(5, "admin", "127.0.0.1", "new", "IMPORTED", null, null, 12),
        new ConfigurationApplied(5, 3, "admin", "127.0.0.1", "", 0),
        new UserSignedIn("maria", "192.0.2.7"),
        new UserLockedOut("ADDRESS", "", "192.0.2.7", MOMENT),
        new AlarmRaised(alarm),
        new AlarmChanged(alarm),
        new AlarmCleared(past),
        new AlarmAcknowledged(past),
        new ExchangeStarted("1.0", 5),
        new ExchangeStopping(0));
  }

  /** The end of a call between these NAPs. */
  public static CallEnded ended(String callId, @Nullable String from, @Nullable String to) {
    return new CallEnded(
        callId,
        from,
        to,
        "1",
        "2",
        to == null ? null : "out",
        callId,
        MOMENT,
        to == null ? null : MOMENT,
        null,
        MOMENT.plusMillis(2500),
        2500,
        0,
        "EXCHANGE",
        3,
        404,
        "NO_ROUTE",
        to == null ? null : 34,
        to == null ? null : 503,
        to == null ? 0 : 1,
        to == null ? null : "BRIDGE");
  }

  /** An event with this content. */
  public static Event event(EventContent content) {
    return new Event(new EventIds().next(MOMENT.toEpochMilli()), MOMENT, "here", content);
  }
}
