package org.comuta.sip.callcontrol.headers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.comuta.cause.Cause;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonTest {
  @ParameterizedTest(name = "{0} reads as {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Q.850;cause=17                                        | [Q.850;cause=17]",
        "Q.850 ;cause=16 ;text=\"Terminated\"                  | [Q.850;cause=16]",
        "Q.850;text=\"a, b; cause=3\";cause=19                 | [Q.850;cause=19]",
        "SIP;cause=200;text=\"Call completed elsewhere\"       | [SIP;cause=200]",
        "SIP ;cause=480, Q.850 ;cause=20                       | [SIP;cause=480, Q.850;cause=20]",
        "Q.850;cause=0                                         | []",
        "Q.850;cause=4711                                      | []",
        "SIP;cause=99                                          | []",
        "preemption;cause=1                                    | []",
        "Q.850                                                 | []",
        "\"unclosed                                            | []",
      })
  void keepsOnlyProtocolAndCauseOfWhatItKnows(String value, String expected) {
    assertThat(Reason.parse(List.of(value).iterator())).hasToString(expected);
  }

  @Property
  void readsAnythingWithoutHarm(@ForAll List<String> values) {
    assertThat(Reason.parse(values.iterator())).hasSizeLessThanOrEqualTo(70);
  }

  @Property
  void writesWhatItReads(@ForAll Cause cause) {
    Reason reason = Reason.of(cause);
    assertThat(Reason.parse(List.of(reason.toString()).iterator())).containsExactly(reason);
    assertThat(Reason.q850(List.of(new Reason("SIP", 487), reason))).contains(cause);
  }
}
