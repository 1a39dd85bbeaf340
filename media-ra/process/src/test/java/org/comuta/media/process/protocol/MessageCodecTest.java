package org.comuta.media.process.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.HexFormat;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.comuta.media.process.protocol.Message.Claim;
import org.comuta.media.process.protocol.Message.EndCall;
import org.comuta.media.process.protocol.Message.Hello;
import org.comuta.media.process.protocol.Message.Refused;

class MessageCodecTest {
  @Provide
  Arbitrary<Message> messages() {
    return Messages.any();
  }

  @Property(tries = 500)
  void everyMessageComesOutAsItWentIn(@ForAll("messages") Message message) throws Exception {
    ByteBuffer frame = MessageCodec.encode(message);
    assertThat(frame.getInt()).isEqualTo(frame.remaining());
    assertThat(MessageCodec.decode(frame)).isEqualTo(message);
  }

  @Property(tries = 500)
  void aMessageCutShortIsRefused(
      @ForAll("messages") Message message, @ForAll @IntRange(max = 10_000) int cut) {
    ByteBuffer frame = MessageCodec.encode(message).position(Integer.BYTES);
    frame.limit(frame.position() + cut % frame.remaining());
    assertThatThrownBy(() -> MessageCodec.decode(frame)).isInstanceOf(ProtocolException.class);
  }

  @Property(tries = 2000)
  void anyOctetsAreAMessageOrRefused(@ForAll @Size(max = 300) byte[] octets) {
    decodeOrRefuse(ByteBuffer.wrap(octets));
  }

  @Property(tries = 2000)
  void aMessageWithOneOctetChangedIsAMessageOrRefused(
      @ForAll("messages") Message message,
      @ForAll @IntRange(max = 100_000) int place,
      @ForAll byte octet) {
    ByteBuffer frame = MessageCodec.encode(message).position(Integer.BYTES);
    frame.put(frame.position() + place % frame.remaining(), octet);
    decodeOrRefuse(frame);
  }

  private static void decodeOrRefuse(ByteBuffer frame) {
    try {
      assertThat(MessageCodec.decode(frame)).isNotNull();
    } catch (ProtocolException refused) {
      assertThat(refused).hasMessageNotContaining("null");
    }
  }

  /** The octets are the contract: a change of them is another version. */
  @Example
  void theOctetsOfVersionOne() {
    assertThat(hex(new Hello(1, 1, "a")))
        .isEqualTo("0000000a" + "01" + "434d5441" + "0101" + "000161");
    assertThat(hex(new EndCall(7, "c"))).isEqualTo("00000008" + "12" + "00000007" + "000163");
  }

  @Example
  void somebodyElsesGreetingIsRefused() {
    ByteBuffer frame = ByteBuffer.wrap(HexFormat.of().parseHex("01474554200101000161"));
    assertThatThrownBy(() -> MessageCodec.decode(frame))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("not a client");
  }

  @Example
  void whatIsTooLargeIsNotSent() {
    Claim tooMany = new Claim(1, Collections.nCopies(Limits.CLAIMED_CALLS + 1, "x"));
    assertThatThrownBy(() -> MessageCodec.encode(tooMany))
        .isInstanceOf(IllegalArgumentException.class);
    Refused tooLong = new Refused("x".repeat(Limits.TEXT_OCTETS + 1));
    assertThatThrownBy(() -> MessageCodec.encode(tooLong))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  void aClaimOfEveryCallThereCanBeFits() throws Exception {
    Claim all = new Claim(1, Collections.nCopies(Limits.CLAIMED_CALLS, "x".repeat(64)));
    assertThat(MessageCodec.decode(MessageCodec.encode(all).position(Integer.BYTES)))
        .isEqualTo(all);
  }

  @Example
  void aCountThatLiesTakesNoMemory() {
    // A claim of 60,000 calls in thirteen octets.
    ByteBuffer frame = ByteBuffer.wrap(HexFormat.of().parseHex("13000000010000ea60000163"));
    assertThatThrownBy(() -> MessageCodec.decode(frame)).isInstanceOf(ProtocolException.class);
  }

  private static String hex(Message message) {
    ByteBuffer frame = MessageCodec.encode(message);
    byte[] octets = new byte[frame.remaining()];
    frame.get(octets);
    return HexFormat.of().formatHex(octets);
  }
}
