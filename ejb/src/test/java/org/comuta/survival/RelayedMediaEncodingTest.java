package org.comuta.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import org.comuta.call.RelayedMedia;
import org.comuta.call.RelayedMedia.LegTerms;
import org.comuta.media.PortRange;
import org.comuta.octets.MalformedOctetsException;
import org.comuta.octets.OctetReader;
import org.comuta.octets.OctetWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The octets are a contract with the release before, whose calls go on under this one. */
class RelayedMediaEncodingTest {
  private static final String CALLER_ADDRESS = "0009" + "3139322e302e322e39";

  // DSCP 46, strict, one trusted address, a description "v=0".
  private static final String CALLER =
      "2e" + "01" + ("02" + "0009" + "3139322e302e322e31") + ("01" + "00000003" + "763d30");

  private static final String CALLED_ADDRESS = "0003" + "3a3a31";
  private static final String CALLED = "00" + "00" + "00" + "00";

  // 60 seconds; ports 40000, 40001 and none towards the called side.
  private static final String REST = "78" + "08" + "80f104" + "82f104" + "00" + "00";

  private static final String RANGE = "e0d403" + "aee403";
  private static final String ENGINES = "00" + "00";

  private static RelayedMedia media(PortRange ofCaller) {
    return new RelayedMedia(
        new LegTerms("192.0.2.9", ofCaller, 46, true, List.of("192.0.2.1"), "v=0"),
        new LegTerms("::1", PortRange.ENGINE, 0, false, List.of(), null),
        60,
        List.of(40_000, 40_001, 0, 0));
  }

  private static RelayedMedia read(String octets) throws MalformedOctetsException {
    OctetReader in = new OctetReader(HexFormat.of().parseHex(octets));
    RelayedMedia media = RelayedMediaEncoding.read(in);
    in.end();
    return media;
  }

  @Test
  void versionOneIsReadWithTheEnginesOwnPorts() throws Exception {
    assertThat(read("01" + CALLER_ADDRESS + CALLER + CALLED_ADDRESS + CALLED + REST))
        .isEqualTo(media(PortRange.ENGINE));
  }

  @Test
  void theOctetsOfVersionTwo() throws Exception {
    String octets =
        ("02" + CALLER_ADDRESS + RANGE + CALLER) + (CALLED_ADDRESS + ENGINES + CALLED) + REST;
    RelayedMedia media = media(PortRange.of("30000-30999"));
    OctetWriter writer = new OctetWriter();
    RelayedMediaEncoding.write(writer, media);
    assertThat(HexFormat.of().formatHex(writer.toByteArray())).isEqualTo(octets);
    assertThat(read(octets)).isEqualTo(media);
  }

  @ParameterizedTest
  @ValueSource(strings = {"00", "03", "ff"})
  void anotherVersionIsRefused(String version) {
    assertThatThrownBy(
            () -> read(version + CALLER_ADDRESS + CALLER + CALLED_ADDRESS + CALLED + REST))
        .isInstanceOf(MalformedOctetsException.class)
        .hasMessageContaining("version of media");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "e2d403aee403, from an odd port",
    "e0d40300,     to none",
    "00aee403,     from none",
    "aee403e0d403, backwards",
    "80800880800a, beyond the last port",
    "01aee403,     below zero",
  })
  void whatIsNoRangeIsRefused(String range, String why) {
    assertThatThrownBy(
            () ->
                read(
                    ("02" + CALLER_ADDRESS + range + CALLER)
                        + (CALLED_ADDRESS + ENGINES + CALLED)
                        + REST))
        .as(why)
        .isInstanceOf(MalformedOctetsException.class);
  }
}
