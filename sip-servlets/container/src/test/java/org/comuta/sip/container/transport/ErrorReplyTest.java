package org.comuta.sip.container.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorReplyTest {

  private static final String HEADERS =
      "v: SIP/2.0/UDP a;branch=1\r\nVia: SIP/2.0/UDP b\r\n ;branch=2\r\nf: <sip:a>;tag=1\r\n"
          + "To: <sip:b>\r\nCall-ID: c\r\nCSeq: 1 INVITE\r\nSubject: x\r\n\r\nbody";

  @Test
  void theAnswerRepeatsWhatAnAnswerMustRepeatAndNothingElse() {
    String reply = reply("INVITE sip:b SIP/2.0\r\n" + HEADERS);
    assertThat(reply)
        .startsWith("SIP/2.0 400 Bad Request\r\n")
        .contains(
            "Via: SIP/2.0/UDP a;branch=1\r\nVia: SIP/2.0/UDP b ;branch=2\r\n",
            "From: <sip:a>;tag=1\r\n",
            "Call-ID: c\r\n",
            "CSeq: 1 INVITE\r\n")
        .containsPattern("To: <sip:b>;tag=[0-9a-f]+\r\n")
        .doesNotContain("Subject", "body")
        .endsWith("Content-Length: 0\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SIP/2.0 200 OK\r\n" + HEADERS,
        "ACK sip:b SIP/2.0\r\n" + HEADERS,
        "INVITE sip:b SIP/2.0\r\nVia: v\r\n\r\n",
        "INVITE sip:b SIP/2.0\r\nFrom: a\r\nTo: b\r\nCall-ID: c\r\nCSeq: 1 INVITE\r\n\r\n",
        "rubbish",
        "\r\n\r\n\r\n\r\n\r\n",
        ""
      })
  void whatMustNotOrCannotBeAnsweredIsNot(String message) {
    byte[] octets = message.getBytes(ISO_8859_1);
    assertThat(ErrorReply.to(octets, octets.length, 400, "Bad Request")).isNull();
  }

  private static String reply(String message) {
    byte[] octets = message.getBytes(ISO_8859_1);
    byte[] reply = ErrorReply.to(octets, octets.length, 400, "Bad Request");
    return new String(Objects.requireNonNull(reply), ISO_8859_1);
  }
}
