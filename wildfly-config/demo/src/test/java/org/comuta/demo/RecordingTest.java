package org.comuta.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {

  @TempDir Path folder;

  @Test
  void samples_and_rate_are_read() throws IOException {
    Recording recording = Recording.read(write(wave(1, 16, 6)));

    assertThat(recording.rate()).isEqualTo(8000);
    assertThat(samples(recording)).containsExactly(1, -2, 3);
  }

  @Test
  void a_data_length_of_zero_means_up_to_the_end() throws IOException {
    assertThat(samples(Recording.read(write(wave(1, 16, 0))))).containsExactly(1, -2, 3);
  }

  @Test
  void a_data_length_beyond_the_end_means_up_to_the_end() throws IOException {
    assertThat(samples(Recording.read(write(wave(1, 16, 1_000_000))))).containsExactly(1, -2, 3);
  }

  @Test
  void two_channels_are_refused() {
    assertThatIOException()
        .isThrownBy(() -> Recording.read(write(wave(2, 16, 6))))
        .withMessageContaining("one channel");
  }

  @Test
  void eight_bits_are_refused() {
    assertThatIOException().isThrownBy(() -> Recording.read(write(wave(1, 8, 6))));
  }

  @Test
  void what_is_no_wave_file_is_refused() {
    assertThatIOException()
        .isThrownBy(() -> Recording.read(write("not a wave file".getBytes(StandardCharsets.UTF_8))))
        .withMessageContaining("is no WAV file");
  }

  @Test
  void a_file_cut_anywhere_is_read_or_refused_and_nothing_else() throws IOException {
    byte[] whole = wave(1, 16, 6);
    for (int length = 0; length < whole.length; length++) {
      Path file = write(Arrays.copyOf(whole, length));
      try {
        assertThat(Recording.read(file).length()).isLessThan(3);
      } catch (IOException refused) {
        assertThat(refused).hasMessageContaining(file.toString());
      }
    }
  }

  @Test
  void the_length_is_told_in_milliseconds() {
    assertThat(new Recording(new short[8000], 8000).millis()).isEqualTo(1000);
  }

  private static int[] samples(Recording recording) {
    return IntStream.range(0, recording.length()).map(recording::sample).toArray();
  }

  private Path write(byte[] content) throws IOException {
    return Files.write(folder.resolve("sound.wav"), content);
  }

  private static byte[] wave(int channels, int bits, int statedLength) {
    ByteBuffer bytes = ByteBuffer.allocate(50).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(42);
    bytes.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    bytes.putShort((short) 1).putShort((short) channels).putInt(8000).putInt(16000);
    bytes.putShort((short) 2).putShort((short) bits);
    bytes.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(statedLength);
    bytes.putShort((short) 1).putShort((short) -2).putShort((short) 3);
    return bytes.array();
  }
}
