package org.comuta.media.process.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.comuta.media.CallMedia;
import org.comuta.media.MediaLine;
import org.comuta.media.MediaSide;
import org.comuta.media.MediaSide.PayloadFormat;
import org.comuta.media.MediaSide.Remote;
import org.comuta.media.MediaSide.SourceRule;
import org.comuta.media.PortRange;
import org.comuta.media.process.protocol.Message.Claim;
import org.comuta.media.process.protocol.Message.EndCall;
import org.comuta.media.process.protocol.Message.Hello;
import org.comuta.media.process.protocol.Message.Refused;
import org.comuta.media.process.protocol.Message.SetCall;

class MessageCodecTest {
  private static final int LOWEST = MessageCodec.LOWEST_VERSION;
  private static final int HIGHEST = MessageCodec.HIGHEST_VERSION;

  // Number 7, call "c", silence after 1 s, one line: audio, active.
  private static final String SET =
      "10" + "00000007" + "000163" + "000000003b9aca00" + "00000001" + "0001";

  // Our address ::1.
  private static final String SIDE = "00033a3a31";

  // Its place ::2, 40000, 40001; sends, does not receive, multiplexes; strict, trusts ::3; DSCP 46;
  // payload type 8, PCMA, 8000.
  private static final String SIDE_OF_VERSION_ONE =
      ("01" + "00033a3a32" + "9c409c41")
          + ("01" + "00" + "01")
          + ("01" + "00000001" + "00033a3a33")
          + "2e"
          + ("00000001" + "08" + "000450434d41" + "00001f40");

  /** A message and the version it is said in. */
  record Said(Message message, int version) {
    /** The frame without its length. */
    ByteBuffer frame() {
      return MessageCodec.encode(message, version).position(Integer.BYTES);
    }
  }

  @Provide
  Arbitrary<Said> messages() {
    return Arbitraries.integers()
        .between(LOWEST, HIGHEST)
        .flatMap(version -> Messages.any(version).map(message -> new Said(message, version)));
  }

  @Property(tries = 1000)
  void everyMessageComesOutAsItWentIn(@ForAll("messages") Said said) throws Exception {
    ByteBuffer frame = MessageCodec.encode(said.message(), said.version());
    assertThat(frame.getInt()).isEqualTo(frame.remaining());
    assertThat(MessageCodec.decode(frame, said.version())).isEqualTo(said.message());
  }

  @Property(tries = 1000)
  void aMessageCutShortIsRefused(
      @ForAll("messages") Said said, @ForAll @IntRange(max = 10_000) int cut) {
    ByteBuffer frame = said.frame();
    frame.limit(frame.position() + cut % frame.remaining());
    assertThatThrownBy(() -> MessageCodec.decode(frame, said.version()))
        .isInstanceOf(ProtocolException.class);
  }

  @Property(tries = 2000)
  void anyOctetsAreAMessageOrRefused(@ForAll @Size(max = 300) byte[] octets) {
    for (int version = LOWEST; version <= HIGHEST; version++) {
      decodeOrRefuse(ByteBuffer.wrap(octets), version);
    }
  }

  @Property(tries = 3000)
  void aMessageWithOneOctetChangedIsAMessageOrRefused(
      @ForAll("messages") Said said,
      @ForAll @IntRange(max = 100_000) int place,
      @ForAll byte octet) {
    ByteBuffer frame = said.frame();
    frame.put(frame.position() + place % frame.remaining(), octet);
    decodeOrRefuse(frame, said.version());
  }

  private static void decodeOrRefuse(ByteBuffer frame, int version) {
    try {
      assertThat(MessageCodec.decode(frame, version)).isNotNull();
    } catch (ProtocolException refused) {
      assertThat(refused).hasMessageNotContaining("null");
    }
  }

  @Property(tries = 200)
  void onlyWhatIsAskedOfACallDiffersBetweenVersions(@ForAll("messagesOfVersionOne") Message any) {
    boolean same = MessageCodec.encode(any, 1).equals(MessageCodec.encode(any, 2));
    boolean hasSides = any instanceof SetCall set && !set.media().lines().isEmpty();
    assertThat(same).isNotEqualTo(hasSides);
  }

  @Provide
  Arbitrary<Message> messagesOfVersionOne() {
    return Messages.any(1);
  }

  /** The octets are the contract: a change of them is another version. */
  @Example
  void theOctetsOfVersionOne() {
    assertThat(hex(new Hello(1, 1, "a"), 1))
        .isEqualTo("0000000a" + "01" + "434d5441" + "0101" + "000161");
    assertThat(hex(new EndCall(7, "c"), 1)).isEqualTo("00000008" + "12" + "00000007" + "000163");
    assertThat(hex(set(PortRange.ENGINE), 1))
        .isEqualTo("0000006e" + SET + SIDE + SIDE_OF_VERSION_ONE + SIDE + SIDE_OF_VERSION_ONE);
  }

  @Example
  void theOctetsOfVersionTwo() {
    assertThat(hex(new Hello(1, 2, "a"), 2))
        .isEqualTo("0000000a" + "01" + "434d5441" + "0102" + "000161");
    assertThat(hex(new EndCall(7, "c"), 2)).isEqualTo("00000008" + "12" + "00000007" + "000163");
    assertThat(hex(set(PortRange.of("30000-30009")), 2))
        .isEqualTo(
            "00000076"
                + SET
                + (SIDE + "75307539" + SIDE_OF_VERSION_ONE)
                + (SIDE + "75307539" + SIDE_OF_VERSION_ONE));
    assertThat(hex(set(PortRange.ENGINE), 2))
        .contains(SIDE + "00000000" + SIDE_OF_VERSION_ONE)
        .hasSameSizeAs(hex(set(PortRange.of("30000-30009")), 2));
  }

  private static SetCall set(PortRange ports) {
    MediaSide side =
        new MediaSide(
            "::1",
            ports,
            new Remote("::2", 40_000, 40_001),
            true,
            false,
            true,
            new SourceRule(true, List.of("::3")),
            46,
            List.of(new PayloadFormat(8, "PCMA", 8000)));
    MediaLine line = new MediaLine(MediaLine.Kind.AUDIO, true, side, side);
    return new SetCall(7, new CallMedia("c", List.of(line), Duration.ofSeconds(1)));
  }

  @Example
  void aRangeOfPortsIsNotSaidInVersionOne() {
    SetCall set = set(PortRange.of("30000-30009"));
    assertThatThrownBy(() -> MessageCodec.encode(set, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("30000-30009");
  }

  @Example
  void whatIsNoRangeOfPortsIsRefused() {
    ByteBuffer frame = MessageCodec.encode(set(PortRange.of("30000-30009")), 2);
    int place = Integer.BYTES + (SET.length() + SIDE.length()) / 2;
    assertThat(frame.getShort(place)).isEqualTo((short) 30_000);
    frame.putShort(place, (short) 30_001).position(Integer.BYTES);
    assertThatThrownBy(() -> MessageCodec.decode(frame, 2)).isInstanceOf(ProtocolException.class);
  }

  @Example
  void somebodyElsesGreetingIsRefused() {
    ByteBuffer frame = ByteBuffer.wrap(HexFormat.of().parseHex("01474554200101000161"));
    assertThatThrownBy(() -> MessageCodec.decode(frame, HIGHEST))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("not a client");
  }

  @Example
  void whatIsTooLargeIsNotSent() {
    Claim tooMany = new Claim(1, Collections.nCopies(Limits.CLAIMED_CALLS + 1, "x"));
    assertThatThrownBy(() -> MessageCodec.encode(tooMany, HIGHEST))
        .isInstanceOf(IllegalArgumentException.class);
    Refused tooLong = new Refused("x".repeat(Limits.TEXT_OCTETS + 1));
    assertThatThrownBy(() -> MessageCodec.encode(tooLong, HIGHEST))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  void aClaimOfEveryCallThereCanBeFits() throws Exception {
    Claim all = new Claim(1, Collections.nCopies(Limits.CLAIMED_CALLS, "x".repeat(64)));
    Said said = new Said(all, HIGHEST);
    assertThat(MessageCodec.decode(said.frame(), HIGHEST)).isEqualTo(all);
  }

  @Example
  void aCountThatLiesTakesNoMemory() {
    // A claim of 60,000 calls in thirteen octets.
    ByteBuffer frame = ByteBuffer.wrap(HexFormat.of().parseHex("13000000010000ea60000163"));
    assertThatThrownBy(() -> MessageCodec.decode(frame, HIGHEST))
        .isInstanceOf(ProtocolException.class);
  }

  private static String hex(Message message, int version) {
    ByteBuffer frame = MessageCodec.encode(message, version);
    byte[] octets = new byte[frame.remaining()];
    frame.get(octets);
    return HexFormat.of().formatHex(octets);
  }
}
