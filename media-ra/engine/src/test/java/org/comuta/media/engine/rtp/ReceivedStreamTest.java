package org.comuta.media.engine.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.comuta.media.MediaSide.PayloadFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Loss and jitter against what RFC 3550 says they are. */
class ReceivedStreamTest {
  private static final int PCMA = 8;
  private static final int DIGITS = 101;

  private final MemorySegment packet = Arena.ofAuto().allocate(172);
  private final ReceivedStream stream =
      new ReceivedStream(
          new Formats(
              List.of(
                  new PayloadFormat(DIGITS, "TELEPHONE-EVENT", 8000),
                  new PayloadFormat(111, "OPUS", 48_000))));
  private long micros = 1_000_000;

  @ParameterizedTest(name = "of {0}, {1} are lost")
  @CsvSource({
    "'1 2 3 4 5', 0",
    "'1 2 4 5', 1",
    "'1 5', 3",
    // Late is not lost.
    "'1 3 2 4', 0",
    // The number begins anew after 65535.
    "'65534 65535 0 1', 0",
    "'65534 1', 2",
    // Twice the same hides one that is lost, as appendix A.3 says, but never counts below nothing.
    "'1 2 2 2', 0",
    // One from another time is left out; two in a row are a sender that began anew.
    "'1 2 20000 3', 0",
    "'1 2 4 20000 20001 20003', 2",
  })
  void packetsLost(String sequences, int lost) {
    for (String sequence : sequences.split(" ", -1)) {
      send(1, Integer.parseInt(sequence), 0);
    }
    assertThat(stream.lost()).isEqualTo(lost);
  }

  @Test
  void anotherSourceBeginsANewCountAndKeepsTheOld() {
    send(1, 1, 0);
    send(1, 3, 0);
    send(2, 50_000, 0);
    send(2, 50_002, 0);
    assertThat(stream.lost()).isEqualTo(2);
    assertThat(stream.packets()).isEqualTo(4);
    assertThat(stream.octets()).isEqualTo(4 * 172);
  }

  @Property(tries = 200)
  void whateverIsDroppedIsCountedLost(
      @ForAll @IntRange(min = 0, max = 65_535) int first, @ForAll long seed) {
    ReceivedStream counted = new ReceivedStream(new Formats(List.of()));
    Random random = new Random(seed);
    int dropped = 0;
    int length = 1000;
    for (int i = 0; i < length; i++) {
      if (i > 0 && i < length - 1 && random.nextInt(10) == 0) {
        dropped++;
      } else {
        write(PCMA, 1, first + i, i * 160);
        counted.received(packet, 172, i * 20_000L);
      }
    }
    assertThat(counted.lost()).isEqualTo(dropped);
  }

  @Test
  void packetsInTimeHaveNoJitter() {
    for (int i = 0; i < 100; i++) {
      send(1, i, 0);
    }
    assertThat(stream.jitterMillis()).isZero();
  }

  @Test
  void jitterNearsTheMeanDifferenceOfTransit() {
    // Every other packet is 8 ms late: each transit differs by 8 ms from the one before.
    for (int i = 0; i < 2000; i++) {
      send(1, i, i % 2 * 8000);
    }
    assertThat(stream.jitterMillis()).isCloseTo(8, within(0.2));
  }

  @Test
  void jitterIsInMillisecondsWhateverTheClock() {
    for (int i = 0; i < 2000; i++) {
      write(111, 1, i, i * 960);
      stream.received(packet, 172, micros + i * 20_000L + i % 2 * 8000L);
    }
    assertThat(stream.jitterMillis()).isCloseTo(8, within(0.2));
    assertThat(stream.encoding()).isEqualTo("OPUS");
  }

  @Test
  void aClockSetAnewIsNoJitter() {
    for (int i = 0; i < 10; i++) {
      send(1, i, 0);
    }
    for (int i = 10; i < 20; i++) {
      write(PCMA, 1, i, 1_000_000_000 + i * 160);
      stream.received(packet, 172, micros);
      micros += 20_000;
    }
    assertThat(stream.jitterMillis()).isZero();
  }

  @Test
  void digitsNeitherCountAsJitterNorAsTheEncoding() {
    send(1, 1, 0);
    for (int i = 2; i < 10; i++) {
      write(DIGITS, 1, i, 160);
      stream.received(packet, 172, micros);
      micros += 20_000;
    }
    assertThat(stream.jitterMillis()).isZero();
    assertThat(stream.encoding()).isEqualTo("PCMA");
    assertThat(stream.packets()).isEqualTo(9);
  }

  @Test
  void lossesInARowAreTold() {
    for (int i = 0; i < 1000; i++) {
      if (i % 100 < 90 || i == 999) {
        send(1, i, 0);
      }
    }
    assertThat(stream.burstRatio()).isGreaterThan(8);
  }

  /** A packet of 20 ms, so many microseconds late. */
  private void send(int source, int sequence, int late) {
    write(PCMA, source, sequence, sequence * 160);
    stream.received(packet, 172, micros + late);
    micros += 20_000;
  }

  private void write(int type, int source, int sequence, int timestamp) {
    packet.set(PacketKind.OCTET, 0, (byte) 0x80);
    packet.set(PacketKind.OCTET, 1, (byte) type);
    packet.set(PacketKind.SHORT, 2, (short) sequence);
    packet.set(PacketKind.INT, 4, timestamp);
    packet.set(PacketKind.INT, 8, source);
  }
}
