package org.comuta.sip.container.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.comuta.sip.container.transport.MessageScan.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageScanTest {

  private final MessageScan scan = new MessageScan();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Call-ID: abc@host",
        "call-id:abc@host",
        "CALL-ID  :  abc@host  ",
        "i: abc@host",
        "I:\tabc@host",
        "Call-ID:\r\n abc@host"
      })
  void theCallIdIsFoundHoweverItIsWritten(String header) {
    byte[] message = octets("OPTIONS sip:x SIP/2.0\r\nVia: v\r\n" + header + "\r\n\r\n");
    assertThat(scan.scan(message, 0, message.length)).isEqualTo(Result.COMPLETE);
    assertThat(new String(message, scan.callIdStart, scan.callIdLength, ISO_8859_1))
        .isEqualTo("abc@host");
  }

  @ParameterizedTest
  @CsvSource({
    "Content-Length: 12, 12",
    "content-length:0, 0",
    "l: 7, 7",
    "L : 7 , 7",
    "Content-Length: , -2",
    "Content-Length: -1, -2",
    "Content-Length: 1x, -2",
    "Content-Length: 99999999999999999999, -2",
    "Content-Type: text, -1",
    "Contact: <sip:a>, -1"
  })
  void theContentLengthIsReadOrRefused(String header, int expected) {
    byte[] message = octets("OPTIONS sip:x SIP/2.0\r\n" + header + "\r\n\r\nbody");
    assertThat(scan.scan(message, 0, message.length)).isEqualTo(Result.COMPLETE);
    assertThat(scan.contentLength).isEqualTo(expected);
    assertThat(message.length - scan.bodyStart).isEqualTo(4);
  }

  @Test
  void aHeaderWithoutEmptyLineIsIncomplete() {
    byte[] message = octets("OPTIONS sip:x SIP/2.0\r\nCall-ID: abc\r\n");
    assertThat(scan.scan(message, 0, message.length)).isEqualTo(Result.INCOMPLETE);
  }

  @Test
  void aHeaderOfVeryManyLinesIsRefused() {
    byte[] message = octets("OPTIONS sip:x SIP/2.0\r\n" + " x\r\n".repeat(10_000) + "\r\n");
    assertThat(scan.scan(message, 0, message.length)).isEqualTo(Result.TOO_MANY_LINES);
  }

  @Test
  void aLookAtOneMessageForgetsTheOneBefore() {
    byte[] first = octets("A\r\nCall-ID: abc\r\nContent-Length: 3\r\n\r\nabc");
    byte[] second = octets("B\r\nVia: v\r\n\r\n");
    scan.scan(first, 0, first.length);
    assertThat(scan.scan(second, 0, second.length)).isEqualTo(Result.COMPLETE);
    assertThat(scan.callIdLength).isZero();
    assertThat(scan.contentLength).isEqualTo(-1);
  }

  private static byte[] octets(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
