package org.comuta.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.comuta.Sample;
import org.comuta.call.answered.AnsweredCalls;
import org.comuta.cause.Cause;
import org.comuta.cause.Failure;
import org.comuta.event.CallAnswered;
import org.comuta.event.CallChanged;
import org.comuta.event.CallContent;
import org.comuta.event.CallEnded;
import org.comuta.event.CallRouted;
import org.comuta.event.EventContent;
import org.comuta.event.EventType;
import org.comuta.nap.NapTable;
import org.comuta.routing.Candidate;
import org.comuta.routing.RouteTable;
import org.comuta.snapshot.Snapshot;
import org.junit.jupiter.api.Test;

class CallEventsTest {
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  private final List<EventContent> told = new ArrayList<>();
  private final Calls calls =
      new Calls(
          new MemoryLedger(new ArrayList<>()), AnsweredCalls.NONE, CallObserver.NONE, told::add);

  private Call begin() {
    NapTable naps = new NapTable(List.of());
    return calls.begin(
        new IncomingCall(BEGIN, "127.0.0.1:5060", "UDP", "id", "1", "2"),
        Snapshot.of(1, naps, new RouteTable(List.of(), naps)));
  }

  private static Candidate candidate(String route, String nap) {
    return new Candidate(
        Sample.route(route, "caller", nap), Sample.nap(nap, "192.0.2.2"), "10", "20");
  }

  @Test
  void theWholeLifeOfACallIsTold() {
    Call call = begin();
    call.cameFrom(Sample.nap("caller", "192.0.2.1"));
    call.attempt(candidate("first", "broken"), BEGIN);
    call.attemptFailed(Release.of(Failure.DESTINATION_NO_RESPONSE), BEGIN);
    call.attempt(candidate("second", "called"), BEGIN);
    call.ringing(BEGIN.plusSeconds(1));
    call.answered(BEGIN.plusSeconds(3));
    call.mediaChanged(Party.CALLED);
    call.end(
        new Release(Party.CALLED, Cause.NORMAL_CLEARING, 0, null, ""), null, BEGIN.plusSeconds(9));

    assertThat(told)
        .extracting(EventContent::type)
        .containsExactly(
            EventType.CALL_BEGUN,
            EventType.CALL_ROUTED,
            EventType.CALL_CHANGED,
            EventType.CALL_ROUTED,
            EventType.CALL_RINGING,
            EventType.CALL_ANSWERED,
            EventType.CALL_CHANGED,
            EventType.CALL_ENDED);
    assertThat(told).extracting(one -> ((CallContent) one).callId()).containsOnly(call.id());
    assertThat((CallRouted) told.get(1))
        .returns("first", CallRouted::route)
        .returns("caller", CallRouted::originNap)
        .returns("broken", CallRouted::destinationNap)
        .returns(1, CallRouted::attempt);
    assertThat((CallChanged) told.get(2))
        .returns(CallChanged.Change.ATTEMPT_FAILED, CallChanged::change)
        .returns("DESTINATION_NO_RESPONSE", CallChanged::failure)
        .returns(408, CallChanged::sipStatus);
    assertThat(((CallAnswered) told.get(5)).ringingMillis()).isEqualTo(3_000);
    assertThat((CallChanged) told.get(6))
        .returns(CallChanged.Change.MEDIA_CHANGED, CallChanged::change)
        .returns("CALLED", CallChanged::by);
    assertThat((CallEnded) told.get(7))
        .returns("second", CallEnded::route)
        .returns(9_000L, CallEnded::durationMillis)
        .returns(6_000L, CallEnded::billableMillis)
        .returns("CALLED", CallEnded::endedBy)
        .returns(16, CallEnded::cause)
        .returns(2, CallEnded::attempts);
  }

  @Test
  void aCallThatWasRefusedAtOnceIsTold() {
    Call call = begin();
    call.end(Release.of(Failure.UNKNOWN_SOURCE), null, BEGIN);
    call.end(Release.of(Failure.NO_ROUTE), null, BEGIN);

    assertThat(told)
        .extracting(EventContent::type)
        .containsExactly(EventType.CALL_BEGUN, EventType.CALL_ENDED);
    assertThat((CallEnded) told.get(1))
        .returns("UNKNOWN_SOURCE", CallEnded::failure)
        .returns(403, CallEnded::sipStatus)
        .returns(null, CallEnded::originNap)
        .returns(null, CallEnded::destinationCause)
        .returns(0, CallEnded::attempts);
  }
}
