package org.comuta.sip.container.lane;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.comuta.sip.container.Lanes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallIdsTest {

  private final CallIds callIds = new CallIds();
  private final LaneGroup lanes = new LaneGroup(2, 1, CallIdsTest.class.getClassLoader());

  @Property
  void aCallIdOfOursComesBackToItsLane(@ForAll @IntRange(max = 63) int lane) {
    String callId = callIds.generate(lanes.lane(lane));
    assertThat(CallIds.laneOf(callId)).isEqualTo(lane);
  }

  @Property
  void theLaneIsTheSameWhetherReadFromTextOrFromTheMessage(
      @ForAll @CharRange(from = '!', to = '~') @StringLength(max = 60) String callId) {
    byte[] message = ("Call-ID: " + callId + "\r\n").getBytes(ISO_8859_1);
    assertThat(CallIds.laneOf(message, 9, callId.length()))
        .isEqualTo(CallIds.laneOf(callId))
        .isBetween(0, Lanes.COUNT - 1);
  }

  @Test
  void callIdsNeverRepeatAndTellNoAddress() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      String callId = callIds.generate(lanes.lane(i & 63));
      assertThat(callId).matches("[A-Za-z0-9_-]{22}\\.[0-3][0-9a-f]");
      assertThat(seen.add(callId)).isTrue();
    }
  }

  @Test
  void foreignCallIdsSpreadOverTheLanes() {
    int[] counts = new int[Lanes.COUNT];
    for (int i = 0; i < 64_000; i++) {
      counts[CallIds.laneOf(i + "-4768@127.0.0.1")]++;
    }
    for (int count : counts) {
      assertThat(count).isBetween(500, 2_000);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "abc",
        "AAAAAAAAAAAAAAAAAAAAAA.4f",
        "AAAAAAAAAAAAAAAAAAAAAA.zz",
        "AAAAAAAAAAAAAAAAAAAAAA.-1",
        "AAAAAAAAAAAAAAAAAAAAAA.3\u00b2",
        "ü@x"
      })
  void whateverAStrangerWritesChoosesALaneAndNothingElse(String callId) {
    byte[] octets = callId.getBytes(ISO_8859_1);
    assertThat(CallIds.laneOf(callId)).isBetween(0, Lanes.COUNT - 1);
    assertThat(CallIds.laneOf(octets, 0, octets.length)).isBetween(0, Lanes.COUNT - 1);
  }
}
