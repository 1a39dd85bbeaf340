package org.comuta.media.engine.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever octets come, they are judged without reading past their end. */
class PacketsTest {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "'', MALFORMED",
    "80, MALFORMED",
    "8008000100000000000000, MALFORMED",
    "800800010000000000000001, RTP",
    "808800010000000000000001, RTP",
    // Version 0 (STUN) and 1.
    "000800010000000000000001, MALFORMED",
    "400800010000000000000001, MALFORMED",
    // A contributing source that is not there, and one that is.
    "810800010000000000000001, MALFORMED",
    "81080001000000000000000100000002, RTP",
    // A header extension that is not there, too long, and whole.
    "900800010000000000000001, MALFORMED",
    "90080001000000000000000100000002, MALFORMED",
    "9008000100000000000000010000000100000000, RTP",
    // Reports, and one whose length lies.
    "80c9000100000001, RTCP",
    "81c9000700000001, MALFORMED",
    "80c9000000000001, MALFORMED",
    // The ends of what RFC 5761 leaves to RTCP.
    "80c0000100000001, RTCP",
    "80df000100000001, RTCP",
    "80e000010000000000000001, RTP",
    "80bf00010000000000000001, RTP",
  })
  void kinds(String hex, PacketKind kind) {
    byte[] octets = HexFormat.of().parseHex(hex);
    assertThat(PacketKind.of(exactly(octets), octets.length)).isEqualTo(kind);
  }

  @Property(tries = 5000)
  void anyOctetsAreSurvived(@ForAll @Size(max = 200) byte[] octets) {
    survive(octets);
  }

  @Property(tries = 5000)
  void almostReportsAreSurvived(@ForAll("almostReports") byte[] octets) {
    survive(octets);
  }

  @Provide
  Arbitrary<byte[]> almostReports() {
    Arbitrary<byte[]> part =
        Combinators.combine(
                Arbitraries.of(200, 201, 202, 205, 207),
                Arbitraries.integers().between(0, 31),
                Arbitraries.integers().between(0, 20),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(80))
            .as(PacketsTest::report);
    return part.list().ofMaxSize(4).map(PacketsTest::join);
  }

  private static byte[] report(int type, int count, int words, byte[] body) {
    byte[] octets = new byte[4 + body.length];
    octets[0] = (byte) (0x80 | count);
    octets[1] = (byte) type;
    octets[3] = (byte) words;
    System.arraycopy(body, 0, octets, 4, body.length);
    return octets;
  }

  private static byte[] join(List<byte[]> parts) {
    byte[] all = new byte[parts.stream().mapToInt(part -> part.length).sum()];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  private static void survive(byte[] octets) {
    MemorySegment packet = exactly(octets);
    PacketKind kind = PacketKind.of(packet, octets.length);
    Counter counter = new Counter();
    RtcpReader.read(packet, octets.length, counter);
    // A block takes 24 octets, a sender's 28: no more can be found than there is room for.
    assertThat(counter.found).isLessThanOrEqualTo(octets.length / 24);
    if (kind == PacketKind.RTP) {
      ReceivedStream stream = new ReceivedStream(new Formats(List.of()));
      stream.received(packet, octets.length, 0);
      assertThat(stream.packets()).isEqualTo(1);
    }
  }

  /** A segment that ends where the octets end, so that reading further fails. */
  private static MemorySegment exactly(byte[] octets) {
    MemorySegment packet = Arena.ofAuto().allocate(octets.length, 8);
    packet.copyFrom(MemorySegment.ofArray(Arrays.copyOf(octets, octets.length)));
    return packet;
  }

  private static final class Counter implements RtcpReader.Sink {
    private int found;

    @Override
    public void senderReport(int stream, int middle) {
      found++;
    }

    @Override
    public void receptionReport(int about, int cumulativeLost, int lastReport, int delay) {
      found++;
    }
  }
}
