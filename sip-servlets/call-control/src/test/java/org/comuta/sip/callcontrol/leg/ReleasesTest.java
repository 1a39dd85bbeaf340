package org.comuta.sip.callcontrol.leg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.comuta.call.Party;
import org.comuta.call.Release;
import org.comuta.cause.Cause;
import org.comuta.cause.Failure;
import org.comuta.sip.callcontrol.headers.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReleasesTest {
  @ParameterizedTest(
      name = "a destination''s {0} with reason {1} is cause {2}, the caller is told {3}")
  @CsvSource({
    "486, ,   17, 486",
    "600, ,   17, 600",
    "603, ,   21, 603",
    "404, ,    1, 404",
    "480, ,   18, 480",
    "480, 20, 20, 480",
    "408, ,  102, 408",
    "484, ,   28, 484",
    "488, ,   58, 488",
    "500, ,   41, 500",
    "503, ,   41, 503",
    "503, 34, 34, 503",
    "302, ,   23, 410",
    "401, ,   21, 403",
    "407, ,   21, 403",
    "420, ,   79, 501",
    "481, ,   41, 503",
    "483, ,   25, 483",
    "487, ,  127, 500",
    "699, ,  127, 500",
  })
  void aRefusalIsReadAndTold(int status, Integer reason, int cause, int told) {
    List<Reason> reasons = reason == null ? List.of() : List.of(new Reason("Q.850", reason));
    Release release = Releases.refused(status, reasons, "Busy\r\n");
    assertThat(release.by()).isEqualTo(Party.CALLED);
    assertThat(release.cause().value()).isEqualTo(cause);
    assertThat(release.sipStatus()).isEqualTo(status);
    assertThat(release.text()).isEqualTo("Busy");
    assertThat(CallerStatus.of(release)).isEqualTo(told);
  }

  @ParameterizedTest(name = "hanging up with {0} is cause {1}")
  @CsvSource({"'', 16", "Q.850;cause=31, 31", "SIP;cause=480, 16"})
  void hangingUpIsNormalUnlessAReasonSaysOtherwise(String header, int cause) {
    List<Reason> reasons = Reason.parse(Arrays.asList(header).iterator());
    assertThat(Releases.hungUp(Party.CALLER, reasons))
        .isEqualTo(new Release(Party.CALLER, Cause.of(cause).orElseThrow(), 0, null, ""));
  }

  @ParameterizedTest
  @EnumSource
  void everyFailureOfOursTellsTheCallerAnError(Failure failure) {
    int expected = failure.sipStatus();
    int told = CallerStatus.of(Release.of(failure));
    assertThat(told).isBetween(400, 699);
    if (expected > 0) {
      assertThat(told).isEqualTo(expected);
    }
  }

  @Property
  void whateverADestinationSaysTheCallerIsToldAnError(
      @ForAll @IntRange(min = 300, max = 699) int s) {
    int told = CallerStatus.of(Releases.refused(s, List.of(), null));
    assertThat(told).isBetween(400, 699).isNotIn(401, 407);
  }
}
