package org.comuta.sip.container.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StreamFramingTest {

  private static final int LIMIT = 20_000;

  @Property
  void messagesComeOutAsTheyWentInHoweverTheStreamIsCut(
      @ForAll @Size(max = 20) List<@IntRange(max = 9_000) Integer> bodyLengths,
      @ForAll @IntRange(min = 1, max = 3_000) int longestPiece,
      @ForAll long seed)
      throws IOException {
    List<String> sent = new ArrayList<>();
    StringBuilder stream = new StringBuilder();
    for (int length : bodyLengths) {
      String message =
          "MESSAGE sip:x SIP/2.0\r\nCall-ID: c"
              + sent.size()
              + "\r\nContent-Length: "
              + length
              + "\r\n\r\n"
              + "b".repeat(length);
      sent.add(message);
      stream.append(message);
    }
    List<String> received = new ArrayList<>();
    StreamFraming framing = new StreamFraming(LIMIT);
    InputStream in = new Pieces(octets(stream.toString()), longestPiece, new Random(seed));
    while (framing.fill(in)) {
      while (framing.next() instanceof StreamFraming.Message message) {
        received.add(new String(message.octets(), ISO_8859_1));
      }
    }
    assertThat(received).isEqualTo(sent);
  }

  @Test
  void lineEndsBeforeAMessageAreSkippedAndADoubleOneIsAPing() throws IOException {
    StreamFraming framing = filled("\r\nOPTIONS sip:x SIP/2.0\r\ni: a\r\n\r\n\r\n\r\n");
    assertThat(framing.next()).isInstanceOf(StreamFraming.Message.class);
    assertThat(framing.next()).isInstanceOf(StreamFraming.Ping.class);
    assertThat(framing.next()).isInstanceOf(StreamFraming.NotYet.class);
  }

  @Test
  void aMessageWithoutLengthHasNoBody() throws IOException {
    StreamFraming framing = filled("OPTIONS sip:x SIP/2.0\r\ni: a\r\n\r\nINFO sip:x SIP/2.0\r\n");
    assertThat(framing.next())
        .isInstanceOfSatisfying(
            StreamFraming.Message.class,
            message -> assertThat(new String(message.octets(), ISO_8859_1)).endsWith("a\r\n\r\n"));
    assertThat(framing.next()).isInstanceOf(StreamFraming.NotYet.class);
  }

  @Test
  void aStreamWithAWrongLengthCannotBeReadFurther() throws IOException {
    assertThat(filled("OPTIONS sip:x SIP/2.0\r\nContent-Length: many\r\n\r\n").next())
        .isInstanceOf(StreamFraming.Broken.class);
    assertThat(filled("OPTIONS sip:x SIP/2.0\r\nContent-Length: 50000\r\n\r\n").next())
        .isInstanceOf(StreamFraming.Broken.class);
  }

  @Test
  void aHeaderThatNeverEndsIsGivenUp() throws IOException {
    StreamFraming framing = new StreamFraming(LIMIT);
    InputStream endless = new Pieces(octets("x".repeat(3 * LIMIT)), 1_000, new Random(1));
    StreamFraming.Found found = new StreamFraming.NotYet();
    int read = 0;
    while (found instanceof StreamFraming.NotYet && framing.fill(endless)) {
      found = framing.next();
      read++;
    }
    assertThat(found).isInstanceOf(StreamFraming.Broken.class);
    assertThat(read).isLessThan(3 * LIMIT);
  }

  private static StreamFraming filled(String text) throws IOException {
    StreamFraming framing = new StreamFraming(LIMIT);
    assertThat(framing.fill(new ByteArrayInputStream(octets(text)))).isTrue();
    return framing;
  }

  private static byte[] octets(String text) {
    return text.getBytes(ISO_8859_1);
  }

  /** A stream that gives a few octets at a time. */
  private static final class Pieces extends ByteArrayInputStream {

    private final int longest;
    private final Random random;

    Pieces(byte[] octets, int longest, Random random) {
      super(octets);
      this.longest = longest;
      this.random = random;
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) {
      return super.read(target, offset, Math.min(length, 1 + random.nextInt(longest)));
    }
  }
}
