package org.comuta.sip.callcontrol.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comuta.call.CallRecord;
import org.comuta.cause.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HidingScenarioTest {
  private static final Pattern OURS = Pattern.compile("(?:tag|branch)=([^;\\s]*_[^;\\s]*)");

  @RegisterExtension static final Switch EXCHANGE = new Switch();

  @Test
  void nothingOfOneSideReachesTheOther() throws Exception {
    EXCHANGE.connect();
    CallRecord record =
        EXCHANGE.call(
            EXCHANGE.caller("tells-too-much"),
            EXCHANGE
                .called("tells-too-much")
                .with("callId", "tag=caller1")
                .with("callerPort", Integer.toString(EXCHANGE.port("caller"))));
    assertThat(record.answeredAt()).isNotNull();
  }

  /** The container makes tags of parts; one that both legs had would let anybody match them. */
  @Test
  void tagsAndBranchesOfTheTwoLegsShareNothingOfTheCall() throws Exception {
    EXCHANGE.connect();
    Legs call = played();
    Legs other = played();
    Set<String> shared = new HashSet<>(call.caller);
    shared.retainAll(call.called);
    shared.removeAll(other.caller);
    assertThat(shared).isEmpty();
  }

  /** What stood between underscores in tags and branches, by leg. */
  private record Legs(Set<String> caller, Set<String> called) {}

  private static Legs played() throws Exception {
    try (Sipp answering = Sipp.answers(EXCHANGE.called("basic"));
        Sipp calling = Sipp.calls(EXCHANGE.caller("basic"), Switch.PORT, "2000")) {
      calling.succeeds();
      answering.succeeds();
      assertThat(EXCHANGE.nextRecord().answeredAt()).isNotNull();
      return new Legs(partsIn(calling), partsIn(answering));
    }
  }

  private static Set<String> partsIn(Sipp phone) throws IOException {
    return OURS.matcher(phone.messages())
        .results()
        .flatMap(found -> Stream.of(found.group(1).split("_")))
        .collect(Collectors.toSet());
  }

  @Test
  void aBodyOfSeveralPartsPassesPartByPart() throws Exception {
    EXCHANGE.connect();
    CallRecord record =
        EXCHANGE.call(EXCHANGE.caller("sends-parts"), EXCHANGE.called("takes-parts"));
    assertThat(record.answeredAt()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({"sends-broken-parts, 400", "sends-a-message, 415"})
  void aBodyThatCannotBeMadeOursIsRefused(String scenario, int status) throws Exception {
    EXCHANGE.connect();
    CallRecord record = EXCHANGE.call(EXCHANGE.caller(scenario));
    assertThat(record.originRelease().sipStatus()).isEqualTo(status);
    assertThat(record.originRelease().failure()).isEqualTo(Failure.MALFORMED_REQUEST);
  }

  @Test
  void fromAndToAreWrittenAsTheDestinationWantsThem() throws Exception {
    EXCHANGE.connect(
        "'assertedIdentityAsOrigin':true,'calledNumberFromRequestUri':false",
        "'fromOverride':'sbc.example:5999','portInTo':false");
    CallRecord record =
        EXCHANGE.call(EXCHANGE.caller("is-somebody-else"), EXCHANGE.called("sees-override"));
    assertThat(record.callingNumber()).isEqualTo("+551122");
    assertThat(record.calledNumber()).isEqualTo("4711");
  }
}
