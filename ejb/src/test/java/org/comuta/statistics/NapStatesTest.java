package org.comuta.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comuta.statistics.CallsOfTests.refusal;

import java.util.List;
import java.util.Map;
import org.comuta.admission.Admission;
import org.comuta.call.Call;
import org.comuta.call.Party;
import org.comuta.call.Release;
import org.comuta.cause.Cause;
import org.comuta.cause.Failure;
import org.comuta.nap.Nap;
import org.comuta.nap.NapTable;
import org.comuta.nap.Reachability;
import org.comuta.routing.RouteTable;
import org.comuta.snapshot.LiveSnapshot;
import org.comuta.snapshot.Snapshot;
import org.comuta.statistics.NapState.Health;
import org.comuta.statistics.NapState.LastFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NapStatesTest {
  private final CallsOfTests calls = new CallsOfTests();
  private final Admission admission = new Admission();
  private final Reachability reachability = new Reachability();

  private NapState look(String... fields) {
    Nap nap = CallsOfTests.nap("b", fields);
    NapTable naps = new NapTable(List.of(nap));
    LiveSnapshot live = new LiveSnapshot(Snapshot.of(1, naps, new RouteTable(List.of(), naps)));
    return new NapStates(live, admission, reachability, calls.statistics)
        .all(Period.FIVE_MINUTES)
        .getFirst();
  }

  private void refused(Release release) {
    Call call = calls.from("a");
    calls.to(call, "b", "r");
    calls.pass(1_000);
    call.end(release, release, calls.now());
    calls.pass(1_000);
  }

  @ParameterizedTest(name = "enabled {0}, full {1}, last tries {2}: {3}")
  @CsvSource({
    "true,  false, -,             UNKNOWN",
    "true,  false, heard,         ANSWERING",
    "true,  false, silent,        NOT_ANSWERING",
    "true,  false, silent heard,  ANSWERING",
    "true,  false, heard silent,  NOT_ANSWERING",
    "true,  false, heard gone,    ANSWERING",
    "true,  false, gone,          UNKNOWN",
    "true,  true,  -,             FULL",
    "true,  true,  heard,         FULL",
    "true,  true,  silent,        NOT_ANSWERING",
    "false, true,  silent,        DISABLED",
    "true,  false, asked,         ANSWERING",
    "true,  false, doubtful,      SUSPECT",
    "true,  false, heard doubtful, SUSPECT",
    "true,  true,  doubtful,      FULL",
    "true,  false, doubtful silent, NOT_ANSWERING",
    "true,  true,  heard dead,    INACTIVE",
    "false, true,  dead,          DISABLED",
  })
  void theGravestThatIsTrueIsTold(boolean enabled, boolean full, String tries, Health expected) {
    reachability.watch(Map.of("b", List.of("b:5060")));
    for (String one : tries.split(" ", -1)) {
      switch (one) {
        case "heard" -> refused(refusal(Cause.USER_BUSY, 486));
        case "silent" -> refused(Release.of(Failure.DESTINATION_NO_RESPONSE));
        case "gone" -> refused(new Release(Party.CALLER, Cause.NORMAL_CLEARING, 487, null, ""));
        case "asked" -> reachability.answered("b", "b:5060", calls.now());
        case "doubtful" -> reachability.failed("b", "b:5060", calls.now(), "no response");
        case "dead" -> {
          for (int i = 0; i < Reachability.FAILURES; i++) {
            reachability.failed("b", "b:5060", calls.now(), "no response");
          }
        }
        default -> {}
      }
    }
    Nap nap = CallsOfTests.nap("b", "'maxCalls': 1");
    if (full) {
      admission.enterOrigin(nap);
    }
    assertThat(look("'maxCalls': 1", "'enabled': " + enabled).state()).isEqualTo(expected);
  }

  @Test
  void theLastFailuresAreToldTheNewestFirstAndOnlySoMany() {
    for (int i = 0; i < Outcomes.KEPT; i++) {
      refused(refusal(Cause.USER_BUSY, 486));
    }
    refused(Release.of(Failure.DESTINATION_NO_RESPONSE));
    List<LastFailure> last = look().lastFailures();
    assertThat(last).hasSize(Outcomes.KEPT);
    assertThat(last.getFirst())
        .isEqualTo(
            new LastFailure(calls.now().minusSeconds(1), 18, 408, Failure.DESTINATION_NO_RESPONSE));
    assertThat(last.getLast().cause()).isEqualTo(17);
    assertThat(last.getLast().failure()).isNull();
  }

  @Test
  void aRingingIsAnAnswer() {
    Call call = calls.from("a");
    calls.to(call, "b", "r");
    calls.pass(1_000);
    call.ringing(calls.now());
    calls.pass(1_000);
    NapState state = look();
    assertThat(state.state()).isEqualTo(Health.ANSWERING);
    assertThat(state.lastHeardAt()).isEqualTo(calls.now().minusSeconds(1));
    assertThat(state.callsPerSecond()).isEqualTo(0.2);
    assertThat(state.destination().seizures()).isEqualTo(1);
  }
}
