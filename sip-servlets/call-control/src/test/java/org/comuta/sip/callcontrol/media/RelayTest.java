package org.comuta.sip.callcontrol.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.comuta.media.CallMedia;
import org.comuta.media.CallPorts;
import org.comuta.media.CallPorts.LinePorts;
import org.comuta.media.CallPorts.SidePorts;
import org.comuta.media.MediaLine;
import org.comuta.media.MediaSide;
import org.comuta.media.MediaSide.Remote;
import org.comuta.media.PortRange;
import org.comuta.media.Side;
import org.comuta.sdp.SdpException;
import org.comuta.sdp.SdpReader;
import org.comuta.sdp.SdpWriter;
import org.comuta.sdp.SessionDescription;
import org.comuta.sip.callcontrol.sdp.UnacceptableBodyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelayTest {
  private static final PortRange RANGE = PortRange.of("40000-40999");
  private static final String CALLER = "c=IN IP4 192.0.2.1|";
  private static final String CALLED = "c=IN IP6 2001:db8::2|";
  private static final String AUDIO = "m=audio 30000 RTP/AVP 8|";
  private static final String VIDEO = "m=video 30002 RTP/AVP 99|a=rtpmap:99 H264/90000|";

  private final Relay relay =
      new Relay(
          "call",
          new SideTerms("203.0.113.9", PortRange.ENGINE, 46, false, List.of("192.0.2.1")),
          new SideTerms("2001:db8::9", RANGE, 34, true, List.of()));

  private static SessionDescription sdp(String text) {
    String whole = "v=0|o=a 1 2 IN IP4 198.51.100.1|s=x|t=0 0|" + text;
    try {
      return SdpReader.read(whole.replace("|", "\r\n").getBytes(ISO_8859_1));
    } catch (SdpException e) {
      throw new AssertionError(e);
    }
  }

  /** Opens what is asked for: ports of line i from 40000 + 100 i, those of the called side + 10. */
  private CallMedia open() {
    CallMedia media = relay.media();
    List<LinePorts> lines = new ArrayList<>();
    for (int i = 0; i < media.lines().size(); i++) {
      MediaLine line = media.lines().get(i);
      int base = 40_000 + 100 * i;
      lines.add(new LinePorts(ports(line, Side.CALLER, base), ports(line, Side.CALLED, base + 10)));
    }
    relay.ports(new CallPorts(lines));
    return media;
  }

  private static SidePorts ports(MediaLine line, Side side, int port) {
    if (!line.active()) {
      return new SidePorts(0, 0);
    }
    return new SidePorts(port, line.side(side).rtcpMux() ? port : port + 1);
  }

  private String offer(Side from, String text) throws UnacceptableBodyException {
    relay.offer(from, sdp(text));
    open();
    return SdpWriter.contents(relay.offerToTell());
  }

  private String answer(Side from, String text) throws UnacceptableBodyException {
    relay.answer(from, sdp(text));
    open();
    return SdpWriter.contents(relay.answerToTell());
  }

  @Test
  void eachSideIsToldOurAddressAndPortsInItsOwnFamily() throws Exception {
    assertThat(offer(Side.CALLER, CALLER + AUDIO))
        .contains("c=IN IP6 2001:db8::9\r\n", "m=audio 40010 RTP/AVP 8\r\n", "a=sendrecv");
    assertThat(answer(Side.CALLED, CALLED + "m=audio 31000 RTP/AVP 8|"))
        .contains("c=IN IP4 203.0.113.9\r\n", "m=audio 40000 RTP/AVP 8\r\n");
    MediaLine line = relay.media().lines().getFirst();
    assertThat(line.kind()).isEqualTo(MediaLine.Kind.AUDIO);
    assertThat(line.caller().remote()).isEqualTo(new Remote("192.0.2.1", 30_000, 30_001));
    assertThat(line.called().remote()).isEqualTo(new Remote("2001:db8::2", 31_000, 31_001));
    assertThat(line.caller().source().strict()).isFalse();
    assertThat(line.called().source().strict()).isTrue();
    assertThat(line.caller().ports()).isEqualTo(PortRange.ENGINE);
    assertThat(line.called().ports()).isEqualTo(RANGE);
    assertThat(line.caller().dscp()).isEqualTo(46);
    assertThat(line.called().dscp()).isEqualTo(34);
    assertThat(line.caller().formats())
        .containsExactly(new MediaSide.PayloadFormat(8, "PCMA", 8_000));
  }

  @Test
  void whatCannotBeReachedFromOurAddressIsRefused() {
    assertThatExceptionOfType(UnacceptableBodyException.class)
        .isThrownBy(() -> relay.offer(Side.CALLER, sdp(CALLED + AUDIO)))
        .satisfies(e -> assertThat(e.sipStatus()).isEqualTo(488));
    assertThatExceptionOfType(UnacceptableBodyException.class)
        .isThrownBy(() -> relay.offer(Side.CALLER, sdp(CALLER + "m=message 9 TCP/MSRP *|")));
  }

  @Test
  void aLineThatCannotBeRelayedIsOfferedAsRefusedAndKeepsItsPlace() throws Exception {
    assertThat(offer(Side.CALLER, CALLER + "m=message 9 TCP/MSRP *|" + AUDIO))
        .containsSubsequence("m=message 0 TCP/MSRP *", "m=audio 40110 ");
    assertThat(answer(Side.CALLED, CALLED + "m=message 0 TCP/MSRP *|m=audio 31000 RTP/AVP 8|"))
        .containsSubsequence("m=message 0 TCP/MSRP *", "m=audio 40100 ");
  }

  @Test
  void aLineTheCalledSideRefusesIsClosed() throws Exception {
    offer(Side.CALLER, CALLER + AUDIO + VIDEO);
    assertThat(relay.media().lines()).extracting(MediaLine::active).containsExactly(true, true);
    assertThat(answer(Side.CALLED, CALLED + AUDIO + "m=video 0 RTP/AVP 99|"))
        .containsSubsequence("m=audio 40000 ", "m=video 0 ");
    assertThat(relay.media().lines()).extracting(MediaLine::active).containsExactly(true, false);
  }

  @ParameterizedTest(name = "{0} answered by {1}: told {2} and {3}; sends {4}, receives {5}")
  @CsvSource({
    "a=sendrecv,         a=sendrecv, a=sendrecv, a=sendrecv, true,  true",
    "a=sendonly,         a=recvonly, a=sendonly, a=recvonly, true,  false",
    "a=sendonly,         a=sendrecv, a=sendonly, a=recvonly, true,  false",
    "a=inactive,         a=inactive, a=inactive, a=inactive, false, false",
    "c=IN IP4 0.0.0.0,   a=recvonly, a=sendonly, a=recvonly, true,  false",
    "c=IN IP4 0.0.0.0,   a=sendrecv, a=sendonly, a=recvonly, true,  false",
    "a=recvonly,         a=sendonly, a=recvonly, a=sendonly, false, true",
  })
  void holdReachesEngineAndBothSides(
      String offered, String answered, String told, String back, boolean sends, boolean receives)
      throws Exception {
    offer(Side.CALLER, CALLER + AUDIO);
    answer(Side.CALLED, CALLED + AUDIO);
    assertThat(offer(Side.CALLER, CALLER + AUDIO + offered)).contains(told);
    assertThat(answer(Side.CALLED, CALLED + AUDIO + answered)).contains(back);
    MediaLine line = relay.media().lines().getFirst();
    assertThat(line.caller().sends()).isEqualTo(sends);
    assertThat(line.caller().receives()).isEqualTo(receives);
    assertThat(line.called().sends()).isEqualTo(receives);
    assertThat(line.called().receives()).isEqualTo(sends);
    assertThat(line.caller().remote()).isEqualTo(new Remote("192.0.2.1", 30_000, 30_001));
  }

  @Test
  void anOfferThatIsRefusedChangesNothing() throws Exception {
    offer(Side.CALLER, CALLER + AUDIO);
    answer(Side.CALLED, CALLED + AUDIO);
    CallMedia before = relay.media();
    assertThat(offer(Side.CALLED, CALLED + "m=audio 31004 RTP/AVP 0|" + VIDEO))
        .containsSubsequence("m=audio 40000 RTP/AVP 0", "m=video 40100 ");
    assertThat(relay.media().lines().getFirst()).isEqualTo(before.lines().getFirst());
    relay.withdraw();
    assertThat(relay.media()).isEqualTo(before);
  }

  @Test
  void anOfferThatIsTheSameAsksTheEngineForNothing() throws Exception {
    offer(Side.CALLER, CALLER + AUDIO);
    answer(Side.CALLED, CALLED + AUDIO);
    CallMedia before = relay.media();
    offer(Side.CALLED, CALLED + AUDIO + "a=sendonly");
    assertThat(relay.media()).isEqualTo(before);
  }

  @Test
  void codecAndAddressChangeWithTheAnswer() throws Exception {
    offer(Side.CALLER, CALLER + AUDIO);
    answer(Side.CALLED, CALLED + AUDIO);
    offer(Side.CALLER, "c=IN IP4 192.0.2.5|m=audio 30008 RTP/AVP 0|");
    assertThat(answer(Side.CALLED, CALLED + "m=audio 30000 RTP/AVP 0|"))
        .contains("m=audio 40000 RTP/AVP 0");
    MediaLine line = relay.media().lines().getFirst();
    assertThat(line.caller().remote()).isEqualTo(new Remote("192.0.2.5", 30_008, 30_009));
    assertThat(line.called().formats())
        .containsExactly(new MediaSide.PayloadFormat(0, "PCMU", 8_000));
  }

  @Test
  void eachForkMovesTheCalledSideAndTheLastStays() throws Exception {
    offer(Side.CALLER, CALLER + AUDIO);
    assertThat(answer(Side.CALLED, CALLED + "m=audio 31000 RTP/AVP 8|")).contains("audio 40000");
    assertThat(answer(Side.CALLED, "c=IN IP6 2001:db8::3|m=audio 31100 RTP/AVP 8|"))
        .contains("audio 40000");
    assertThat(relay.media().lines().getFirst().called().remote())
        .isEqualTo(new Remote("2001:db8::3", 31_100, 31_101));
  }

  @Test
  void theNextDestinationStartsOver() throws Exception {
    offer(Side.CALLER, CALLER + AUDIO);
    answer(Side.CALLED, CALLED + AUDIO);
    relay.calledSide(new SideTerms("203.0.113.9", PortRange.ENGINE, 0, false, List.of()));
    assertThat(offer(Side.CALLER, CALLER + AUDIO)).contains("c=IN IP4 203.0.113.9", "audio 40010");
    MediaSide called = relay.media().lines().getFirst().called();
    assertThat(called.remote()).isNull();
    assertThat(called.localAddress()).isEqualTo("203.0.113.9");
    assertThat(called.ports()).isEqualTo(PortRange.ENGINE);
    assertThat(relay.media().lines().getFirst().caller().remote()).isNotNull();
  }

  @Test
  void rtcpIsMultiplexedOnEachSideAsItWants() throws Exception {
    assertThat(offer(Side.CALLER, CALLER + AUDIO + "a=rtcp-mux")).contains("a=rtcp-mux");
    assertThat(relay.media().lines().getFirst().called().rtcpMux()).isFalse();
    assertThat(answer(Side.CALLED, CALLED + AUDIO)).contains("a=rtcp-mux");
    assertThat(relay.media().lines().getFirst().caller().rtcpMux()).isTrue();
    assertThat(relay.media().lines().getFirst().called().rtcpMux()).isFalse();
    // The called side asks again, and knows nothing of it.
    assertThat(offer(Side.CALLED, CALLED + AUDIO)).contains("a=rtcp-mux");
    assertThat(answer(Side.CALLER, CALLER + AUDIO + "a=rtcp-mux")).doesNotContain("a=rtcp-mux");
  }

  @Test
  void faxTakesTheLineOfAudio() throws Exception {
    offer(Side.CALLER, CALLER + AUDIO);
    answer(Side.CALLED, CALLED + AUDIO);
    String fax = "m=image 31000 udptl t38|a=T38FaxVersion:0|";
    assertThat(offer(Side.CALLED, CALLED + fax)).contains("m=image 40000 udptl t38");
    assertThat(relay.media().lines().getFirst().kind()).isEqualTo(MediaLine.Kind.AUDIO);
    assertThat(answer(Side.CALLER, CALLER + fax)).contains("m=image 40010 udptl t38");
    assertThat(relay.media().lines().getFirst().kind()).isEqualTo(MediaLine.Kind.OTHER);
  }

  @Test
  void anOfferThatForgetsLinesIsAnsweredAsManyAsItHas() throws Exception {
    offer(Side.CALLER, CALLER + AUDIO + VIDEO);
    answer(Side.CALLED, CALLED + AUDIO + VIDEO);
    assertThat(offer(Side.CALLER, CALLER + AUDIO))
        .containsSubsequence("m=audio 40010", "m=video 0");
    assertThat(answer(Side.CALLED, CALLED + AUDIO + "m=video 0 RTP/AVP 99|"))
        .contains("m=audio 40000")
        .doesNotContain("m=video");
    assertThat(relay.media().lines()).extracting(MediaLine::active).containsExactly(true, false);
  }

  @Test
  void whereSignallingComesFromIsTrusted() throws Exception {
    relay.trust(Side.CALLED, "2001:db8::7");
    relay.trust(Side.CALLED, "2001:db8::7");
    offer(Side.CALLER, CALLER + AUDIO);
    assertThat(relay.media().lines().getFirst().called().source().trustedAddresses())
        .containsExactly("2001:db8::7");
    relay.watchSilence(Duration.ofSeconds(7));
    assertThat(relay.media().silenceLimit()).hasSeconds(7);
  }

  @Test
  void anAnswerToNoOfferIsRefused() throws Exception {
    assertThatExceptionOfType(UnacceptableBodyException.class)
        .isThrownBy(() -> relay.answer(Side.CALLED, sdp(CALLED + AUDIO)));
    offer(Side.CALLER, CALLER + AUDIO);
    assertThatExceptionOfType(UnacceptableBodyException.class)
        .isThrownBy(() -> relay.answer(Side.CALLER, sdp(CALLER + VIDEO)));
    assertThat(relay.media().lines()).hasSize(1);
  }

  @Test
  void anotherProcessGoesOnWithWhatWasAgreedOn() throws Exception {
    offer(Side.CALLER, CALLER + AUDIO + VIDEO + "a=rtcp-mux");
    answer(Side.CALLED, CALLED + AUDIO + "a=recvonly|m=video 0 RTP/AVP 99|");
    relay.watchSilence(Duration.ofSeconds(60));
    Relay other = new Relay("call", relay.kept());
    assertThat(other.media()).isEqualTo(relay.media());
    assertThat(other.kept()).isEqualTo(relay.kept());
    other.offer(Side.CALLED, sdp(CALLED + AUDIO + "m=video 0 RTP/AVP 99|"));
    other.answer(Side.CALLER, sdp(CALLER + AUDIO + "m=video 0 RTP/AVP 99|"));
    assertThat(other.media().lines().getFirst().called().sends()).isTrue();
  }
}
