package org.comuta.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.comuta.sdp.SdpReaderTest.read;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelayingTest {
  private static final String HEAD = "v=0|o=a 1 2 IN IP4 192.0.2.1|s=x|c=IN IP4 192.0.2.1|t=0 0|";
  private static final NetworkAddress OURS = NetworkAddress.of("203.0.113.9");
  private static final OurLine OPEN = new OurLine(20_000, 20_001, false, Direction.SENDRECV);

  private static String told(String line, OurLine ours) throws SdpException {
    return SdpWriter.contents(Relaying.ours(read(HEAD + line), OURS, List.of(ours)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a=rtpmap:8 PCMA/8000,                        true",
    "a=rtpmap:9 G722/8000,                        false",
    "a=fmtp:101 0-15,                             true",
    "a=fmtp:99 x=1,                               false",
    "a=ptime:20,                                  true",
    "a=maxptime:150,                              true",
    "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:d0RmdmcmVCspeEc3QGZiNWpVLFJhQX1cfHAwJSoj, true",
    "a=fingerprint:sha-256 12:AB:34,              true",
    "a=setup:actpass,                             true",
    "a=rtcp-fb:101 nack pli,                      true",
    "a=rtcp-fb:* ccm fir,                         true",
    "a=rtcp:4009 IN IP4 192.0.2.1,                false",
    "a=candidate:1 1 UDP 1 192.0.2.1 4000 typ host, false",
    "a=ice-ufrag:abcd,                            false",
    "a=ice-pwd:abcdabcdabcdabcdabcdab,            false",
    "a=mid:0,                                     false",
    "a=ssrc:1 cname:x@192.0.2.1,                  false",
    "a=rtcp-xr:rcvr-rtt=all,                      false",
    "a=X-nat:0,                                   false",
    "a=alt:1 1 : 7A 2B 192.0.2.1 4000,            false",
    "a=tool:something,                            false",
    "a=direction:both,                            false",
  })
  void anAttributePassesOrStaysBehind(String attribute, boolean passes) throws Exception {
    String told = told("m=audio 4000 RTP/AVP 8 101|" + attribute, OPEN);
    assertThat(told.contains(attribute + "\r\n")).isEqualTo(passes);
    assertThat(told).doesNotContain("192.0.2.1");
  }

  @Test
  void keysOfTheSessionAreToldWithTheirLines() throws Exception {
    String told = told("a=setup:active|a=fingerprint:sha-1 01:02|m=audio 1 RTP/SAVP 0", OPEN);
    assertThat(told).containsSubsequence("m=audio", "a=setup:active", "a=fingerprint:sha-1 01:02");
  }

  @Test
  void portsAndMultiplexingAreOurs() throws Exception {
    String line = "m=audio 4000 RTP/AVP 8|a=rtcp-mux|a=sendonly";
    assertThat(told(line, OPEN)).contains("m=audio 20000 ").doesNotContain("a=rtcp", "sendonly");
    assertThat(told(line, new OurLine(20_000, 20_007, true, Direction.RECVONLY)))
        .contains("a=rtcp-mux\r\n", "a=rtcp:20007\r\n", "a=recvonly\r\n");
    assertThat(told(line, new OurLine(20_000, 20_000, true, Direction.SENDRECV)))
        .contains("a=rtcp-mux\r\n")
        .doesNotContain("a=rtcp:");
  }

  @Test
  void aRefusedLineKeepsItsPlaceAndTellsNothingElse() throws Exception {
    assertThat(told("m=video 4000 RTP/AVP 99|a=rtpmap:99 H264/90000", OurLine.REFUSED))
        .contains("m=video 0 RTP/AVP 99\r\n")
        .doesNotContain("rtpmap");
  }

  @Test
  void faxOverUdptlPasses() throws Exception {
    String line = "m=image 4000 udptl t38|a=T38FaxVersion:0|a=T38FaxRateManagement:transferredTCF";
    assertThat(told(line, OPEN))
        .contains("m=image 20000 udptl t38\r\na=T38FaxVersion:0\r\na=T38FaxRateManagement:")
        .doesNotContain("sendrecv", "a=rtcp");
    SessionDescription fax = read(HEAD + line);
    LineTerms terms = LineTerms.of(fax, fax.media().getFirst());
    assertThat(terms.carriage()).isEqualTo(LineTerms.Carriage.DATAGRAMS);
    assertThat(terms.rtcpPort()).isEqualTo(4000);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "m=audio 4000 RTP/AVP 8,                           4000, 4001, SENDRECV",
    "m=audio 4000 RTP/AVP 8|a=rtcp:5000,               4000, 5000, SENDRECV",
    "m=audio 4000 RTP/AVP 8|a=rtcp:0,                  4000, 4001, SENDRECV",
    "m=audio 4000 RTP/AVP 8|a=rtcp:5000|a=rtcp-mux,    4000, 4000, SENDRECV",
    "m=audio 65535 RTP/AVP 8,                          65535, 65535, SENDRECV",
    "m=audio 0 RTP/AVP 8,                              0,    1,    SENDRECV",
    "m=audio 4000 RTP/AVP 8|c=IN IP4 0.0.0.0,          4000, 4001, SENDONLY",
    "m=audio 4000 RTP/AVP 8|c=IN IP6 ::|a=recvonly,    4000, 4001, INACTIVE",
    "m=audio 4000 RTP/AVP 8|c=IN IP4 224.1.1.1/9,      0,    1,    SENDRECV",
    "m=audio 4000 RTP/AVP 8|c=IN IP4 a.example.com,    0,    1,    SENDRECV",
    "m=audio 4000/2 RTP/AVP 8,                         0,    1,    SENDRECV",
    "m=message 4000 TCP/MSRP *,                        0,    0,    SENDRECV",
    "m=application 4000 UDP/DTLS/SCTP x,               4000, 4000, SENDRECV",
  })
  void aLineSaysWhereItsPacketsAreWanted(
      String line, int rtpPort, int rtcpPort, Direction direction) throws Exception {
    SessionDescription description = read(HEAD + line);
    LineTerms terms = LineTerms.of(description, description.media().getFirst());
    assertThat(terms.rtpPort()).isEqualTo(rtpPort);
    assertThat(terms.rtcpPort()).isEqualTo(rtcpPort);
    assertThat(terms.direction()).isEqualTo(direction);
  }

  @Test
  void formatsAreReadFromTheLineOrKnownByTheirNumber() throws Exception {
    SessionDescription description =
        read(HEAD + "m=audio 4000 RTP/AVP 0 18 96 97 t|a=rtpmap:96 opus/48000/2|a=rtpmap:5 x/1");
    assertThat(LineTerms.of(description, description.media().getFirst()).formats())
        .containsExactly(
            new MediaFormat(0, "PCMU", 8_000),
            new MediaFormat(18, "G729", 8_000),
            new MediaFormat(96, "OPUS", 48_000));
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource({
    "'m=audio 9 RTP/AVP 8|m=video 9 RTP/AVP 99',                      9 9",
    "'m=audio 9 RTP/AVP 8',                                           9 0",
    "'m=audio 9 RTP/AVP 8|m=image 9 udptl t38|m=video 9 RTP/AVP 99',  9 0",
    "'m=video 9 RTP/AVP 99|m=audio 9 RTP/AVP 8',                      0 0",
    "'',                                                              0 0",
  })
  void anAnswerHasALineForEachOneOffered(String answer, String ports) throws Exception {
    SessionDescription offer = read(HEAD + "m=audio 1 RTP/AVP 0|m=video 2 RTP/AVP 99|");
    assertThat(Relaying.answering(offer, read(HEAD + answer)).media())
        .extracting(MediaDescription::type)
        .containsExactly("audio", "video");
    assertThat(
            Relaying.answering(offer, read(HEAD + answer)).media().stream()
                .map(line -> Integer.toString(line.port()))
                .toList())
        .isEqualTo(List.of(ports.split(" ")));
  }

  @Test
  void aLineThatWasNotOfferedIsNotAnswered() throws Exception {
    SessionDescription offer = read(HEAD + "m=audio 0 RTP/AVP 0|");
    assertThat(
            Relaying.answering(offer, read(HEAD + "m=audio 9 RTP/AVP 0|"))
                .media()
                .getFirst()
                .port())
        .isZero();
  }

  @Test
  void anOfferKeepsThePlacesThereWere() throws Exception {
    SessionDescription before = read(HEAD + "m=audio 1 RTP/AVP 0|m=video 2 RTP/AVP 99|");
    SessionDescription offer = read(HEAD + "m=audio 1 RTP/AVP 0|");
    assertThat(Relaying.keepingLines(offer, before).media())
        .extracting(MediaDescription::type, MediaDescription::port)
        .containsExactly(tuple("audio", 1), tuple("video", 0));
  }
}
