package org.comuta.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdpReaderTest {
  private static final String HEAD = "v=0\r\no=a 1 2 IN IP4 192.0.2.1\r\ns=x\r\n";

  static SessionDescription read(String text) throws SdpException {
    return SdpReader.read(text.replace("|", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void aDescriptionIsUnderstood() throws Exception {
    SessionDescription description =
        read(
            HEAD
                + "c=IN IP4 192.0.2.7|b=AS:80|t=0 0|a=sendonly|"
                + "m=audio 4000/1 RTP/AVP 8 101|a=rtpmap:101 telephone-event/8000|"
                + "m=video 4002 RTP/AVP 96|c=IN IP6 2001:db8::1|a=inactive|");
    assertThat(description.origin().toString()).isEqualTo("a 1 2 IN IP4 192.0.2.1");
    assertThat(description.bandwidths()).containsExactly(new Bandwidth("AS", 80));
    assertThat(description.media()).hasSize(2);
    MediaDescription audio = description.media().getFirst();
    assertThat(audio.formats()).containsExactly("8", "101");
    assertThat(description.connectionOf(audio)).isEqualTo(NetworkAddress.of("192.0.2.7"));
    assertThat(description.directionOf(audio)).isEqualTo(Direction.SENDONLY);
    MediaDescription video = description.media().getLast();
    assertThat(description.connectionOf(video)).isEqualTo(NetworkAddress.of("2001:db8::1"));
    assertThat(description.directionOf(video)).isEqualTo(Direction.INACTIVE);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'m=audio 1 RTP/AVP',                4, media line of four words at least is needed",
    "'m=audio -1 RTP/AVP 0',             4, no proper port",
    "'m=audio 70000 RTP/AVP 0',          4, no proper port",
    "'m=audio 1/0 RTP/AVP 0',            4, no proper number of ports",
    "'m=aud(o 1 RTP/AVP 0',              4, no proper media type",
    "'m=audio 1 RTP(AVP 0',              4, no proper protocol",
    "'c=IN IP4',                         4, connection of three words is needed",
    "'c=IN IP5 1.2.3.4',                 4, no proper address family",
    "'c=IN IP4 1.2.3.4|c=IN IP4 1.2.3.4', 5, a second connection",
    "'b=AS:x',                           4, no proper bandwidth",
    "'b=AS:99999999999',                 4, no proper bandwidth",
    "'a=:x',                             4, no proper attribute name",
    "'a=x(',                             4, no proper attribute name",
    "'o=a 1 2 IN IP4 192.0.2.1',         4, a second origin",
    "'m=audio 1 RTP/AVP 0|t=0 0',        5, belongs to the session",
    "'v=0',                              4, 'the version must stand first, and only there'",
    "'x=y',                              4, unknown line",
    "'nonsense',                         4, no line of a description",
  })
  void whatIsWrongIsToldWithItsLine(String lines, int line, String complaint) {
    assertThatExceptionOfType(SdpException.class)
        .isThrownBy(() -> read(HEAD + lines))
        .satisfies(e -> assertThat(e.line()).isEqualTo(line))
        .withMessageContaining(complaint);
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource({
    "'',                                    0",
    "'o=a 1 2 IN IP4 192.0.2.1|v=0',        1",
    "'v=1',                                 1",
    "'v=0|s=x',                             0",
    "'v=0|o=a 1 IN IP4 192.0.2.1',          2",
    "'v=0|o=a 1 2 ATM NSAP 192.0.2.1',      2",
  })
  void aDescriptionMustBeginAsOne(String text, int line) {
    assertThatExceptionOfType(SdpException.class)
        .isThrownBy(() -> read(text))
        .satisfies(e -> assertThat(e.line()).isEqualTo(line));
  }

  @Test
  void thereAreBounds() {
    assertThatExceptionOfType(SdpException.class)
        .isThrownBy(() -> read(HEAD + "m=audio 1 RTP/AVP 0|".repeat(SdpReader.MOST_MEDIA + 1)))
        .withMessageContaining("more than 16 media lines");
    assertThatExceptionOfType(SdpException.class)
        .isThrownBy(() -> read(HEAD + "a=x|".repeat(1_000)))
        .withMessageContaining("more than 1000 lines");
    assertThatExceptionOfType(SdpException.class)
        .isThrownBy(() -> read(HEAD + "a=x:" + "y".repeat(SdpReader.LONGEST)));
    assertThatExceptionOfType(SdpException.class)
        .isThrownBy(() -> read(HEAD + "m=audio 1 RTP/AVP" + " 0".repeat(200)));
  }

  @ParameterizedTest(name = "{0} from {1}")
  @CsvSource({
    "SENDRECV, SENDRECV, SENDRECV",
    "SENDRECV, SENDONLY, RECVONLY",
    "SENDRECV, INACTIVE, INACTIVE",
    "RECVONLY, SENDONLY, RECVONLY",
    "SENDONLY, SENDONLY, INACTIVE",
    "SENDONLY, RECVONLY, SENDONLY",
    "INACTIVE, SENDRECV, INACTIVE",
  })
  void anAnswerSaysNoMoreThanTheOfferAllows(Direction answer, Direction offer, Direction told) {
    assertThat(answer.answering(offer)).isEqualTo(told);
  }
}
