package org.comuta.sip.callcontrol.sdp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyTest {
  private static final String TWO_PARTS =
      """
      preamble of 10.0.0.1
      --b1
      Content-Type: application/sdp
      X-Internal: 10.0.0.1

      v=0
      o=x 1 1 IN IP4 10.0.0.1
      m=audio 1 RTP/AVP 0
      --b1
      Content-Type: application/ISUP;version=itu-t92+
      Content-Disposition: signal;handling=optional

      \u0001\u0002
      --b1--
      epilogue of 10.0.0.1
      """
          .replace("\n", "\r\n");

  private final OriginLine origin = new OriginLine("192.0.2.9");

  @Test
  void digitsPassAsTheyAre() throws UnacceptableBodyException {
    Body digits = body("Signal=5\r\nDuration=160\r\n", "application/dtmf-relay");
    assertThat(digits.towards(origin)).isEqualTo(digits);
  }

  @Test
  void eachPartOfSeveralPassesByItself() throws UnacceptableBodyException {
    Body passed = body(TWO_PARTS, "multipart/mixed; boundary=b1").towards(origin);
    assertThat(new String(passed.octets(), ISO_8859_1))
        .contains(
            "o=- ", "m=audio 1 RTP/AVP 0", "application/ISUP;version=itu-t92+", "\u0001\u0002")
        .contains("Content-Disposition: signal;handling=optional")
        .doesNotContain("10.0.0.1", "X-Internal")
        .endsWith("--b1--\r\n");
    assertThat(passed.type()).isEqualTo("multipart/mixed;boundary=\"b1\"");
  }

  @ParameterizedTest(name = "{0} is refused with {1}")
  @CsvSource({
    "message/sipfrag, 415",
    "message/sip, 415",
    "multipart/mixed, 400",
    "multipart/mixed;boundary=absent, 400",
  })
  void whatCannotBeMadeOursIsRefused(String type, int status) {
    assertThatExceptionOfType(UnacceptableBodyException.class)
        .isThrownBy(() -> body("Via: 10.0.0.1\r\n\r\nx", type).towards(origin))
        .returns(status, UnacceptableBodyException::sipStatus);
  }

  @Test
  void aBodyTooLongIsRefused() {
    assertThatExceptionOfType(UnacceptableBodyException.class)
        .isThrownBy(() -> body("x".repeat(Body.LONGEST + 1), "text/plain").towards(origin))
        .returns(413, UnacceptableBodyException::sipStatus);
  }

  @Property
  void arbitraryPartsAreRewrittenOrRefused(
      @ForAll @Chars({'-', 'b', '1', '\r', '\n', ':', 'o', '=', 'C'}) @StringLength(max = 200)
          String text) {
    Body several = body("--b1\r\n" + text + "\r\n--b1--", "multipart/mixed;boundary=b1");
    try {
      assertThat(several.towards(origin).octets().length).isLessThan(12 * text.length() + 400);
    } catch (UnacceptableBodyException refused) {
      assertThat(refused.sipStatus()).isIn(400, 415);
    }
  }

  private static Body body(String text, String type) {
    return new Body(text.getBytes(ISO_8859_1), type);
  }
}
