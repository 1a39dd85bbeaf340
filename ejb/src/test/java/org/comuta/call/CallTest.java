package org.comuta.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.comuta.cause.Failure;
import org.comuta.nap.NapTable;
import org.comuta.routing.RouteTable;
import org.comuta.snapshot.Snapshot;
import org.junit.jupiter.api.Test;

class CallTest {
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  private final List<CallRecord> records = new ArrayList<>();
  private final Calls calls = new Calls(new MemoryLedger(records));

  @Test
  void anAnsweredCallEndsByByeWhichHasNoStatus() {
    Call call = begin();
    call.answered(BEGIN.plusSeconds(1));

    call.end(Release.of(Failure.ENDED_BY_ADMINISTRATOR), null, BEGIN.plusSeconds(3));

    assertThat(records).hasSize(1);
    assertThat(records.getFirst().originRelease().sipStatus()).isZero();
    assertThat(records.getFirst().originRelease().by()).isEqualTo(Party.ADMINISTRATOR);
    assertThat(records.getFirst().billableDuration()).hasSeconds(2);
  }

  @Test
  void aCallNotAnsweredKeepsTheStatusItsCallerWasTold() {
    Call call = begin();

    call.end(Release.of(Failure.ENDED_BY_ADMINISTRATOR), null, BEGIN.plusSeconds(3));

    assertThat(records.getFirst().originRelease().sipStatus()).isEqualTo(480);
  }

  @Test
  void onlyTheFirstEndIsRecorded() {
    Call call = begin();

    call.end(Release.of(Failure.NO_ROUTE), null, BEGIN.plusSeconds(1));
    call.end(Release.of(Failure.ABANDONED), null, BEGIN.plusSeconds(2));

    assertThat(records)
        .extracting(record -> record.originRelease().failure())
        .containsExactly(Failure.NO_ROUTE);
    assertThat(calls.live().size()).isZero();
  }

  private Call begin() {
    NapTable naps = new NapTable(List.of());
    return calls.begin(
        new IncomingCall(BEGIN, "127.0.0.1:5060", "UDP", "id", "1", "2"),
        Snapshot.of(1, naps, new RouteTable(List.of(), naps)));
  }
}
