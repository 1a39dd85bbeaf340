package org.comuta.logging.line;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {
  private static final String SECRET = "Sesame0pen99";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password=Sesame0pen99",
        "adminPassword: Sesame0pen99, next",
        "{\"password\":\"Sesame0pen99\",\"name\":\"maria\"}",
        "{'passphrase' : 'Sesame0pen99'}",
        "newPassword=\"with blanks Sesame0pen99 in it\"",
        "secret = Sesame0pen99;",
        "api_key=Sesame0pen99&x=1",
        "Authorization: Basic Sesame0pen99",
        "Authorization: Bearer Sesame0pen99",
        "authorization=[Bearer Sesame0pen99]",
        "COMUTASESSION=Sesame0pen99; Path=/",
        "jdbc:postgresql://comuta:Sesame0pen99@db.example.net/comuta",
        "https://user:Sesame0pen99@example.net/",
        "To: <sip:maria:Sesame0pen99@example.net>",
        "-----BEGIN PRIVATE KEY-----\nSesame0pen99\n-----END PRIVATE KEY-----",
        "-----BEGIN EC PRIVATE KEY-----\nSesame0pen99",
        "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:Sesame0pen99Sesame0pen99",
        "token comuta_Sesame0pen99Sesame0pen99",
        "response=\"Sesame0pen99\"",
      })
  void secretsAreTakenOut(String text) {
    String masked = Masking.mask(text);
    assertThat(masked).doesNotContain(SECRET).contains(Masking.MASK);
    assertThat(Masking.mask(masked)).as("masked twice").isEqualTo(masked);
  }

  @Test
  void whoAnswersADigestStaysAndTheAnswerGoes() {
    String message =
        """
        REGISTER sip:example.net SIP/2.0\r
        From: <sip:maria@example.net>;tag=1\r
        Authorization: Digest username="maria", realm="example.net", nonce="84a4cc6f3082121f",\
         uri="sip:example.net", response="7587245234b3434cc3412213e5f113a5", algorithm=MD5\r
        Proxy-Authorization: Digest username="maria", response = 7587245234b3434cc3412213e5f113a5\r
        Content-Length: 0\r
        \r
        """;
    assertThat(Masking.mask(message))
        .doesNotContain("7587245234b3434cc3412213e5f113a5")
        .contains("username=\"maria\"", "realm=\"example.net\"", "response=\"********\"")
        .contains("algorithm=MD5", "Content-Length: 0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INVITE sip:4833334444@192.0.2.1:5060;transport=udp SIP/2.0",
        "SIP/2.0 200 OK\r\nCSeq: 1 INVITE",
        "response 200 OK",
        "response=200",
        "The password was changed",
        "12 tokens are kept",
        "WFLYSRV0025: WildFly 39.0.1.Final started in 8123ms",
        "http://127.0.0.1:8080/portal/calls.xhtml",
        "",
      })
  void whatIsNoneStays(String text) {
    assertThat(Masking.mask(text)).isSameAs(text);
  }

  @Property
  void noValueOfAPasswordIsLeft(
      @ForAll @AlphaChars @NumericChars @StringLength(min = 8, max = 40) String secret) {
    assertThat(Masking.mask("user maria password=" + secret + " from 192.0.2.1"))
        .isEqualTo("user maria password=******** from 192.0.2.1");
  }

  @Property
  void anythingIsMasked(@ForAll String text) {
    assertThat(Masking.mask(Masking.mask(text))).isEqualTo(Masking.mask(text));
  }
}
