package org.comuta.sip.callcontrol.sdp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OriginLineTest {
  private static final Pattern ORIGIN =
      Pattern.compile("\r\no=- (\\d+) (\\d+) IN IP4 192\\.0\\.2\\.9\r\n");
  private static final String OFFER =
      """
      v=0
      o=alice 2890844526 2890844526 IN IP4 10.1.1.1
      s=Alice's phone
      i=secret
      u=http://10.1.1.1/
      e=alice@10.1.1.1
      p=+1
      c=IN IP4 203.0.113.5
      t=0 0
      a=tool:AcmePBX 1.0
      m=audio 49170 RTP/AVP 0 8
      i=microphone
      a=rtpmap:0 PCMU/8000
      a=sendrecv
      """;

  private final OriginLine origin = new OriginLine("192.0.2.9");

  @Test
  void tellsOurOriginAndKeepsWhereMediaGo() {
    String rewritten = rewrite(OFFER);
    assertThat(rewritten)
        .containsPattern(ORIGIN)
        .startsWith("v=0\r\no=- ")
        .contains("\r\ns=-\r\nc=IN IP4 203.0.113.5\r\nt=0 0\r\nm=audio 49170 RTP/AVP 0 8\r\n")
        .endsWith("i=microphone\r\na=rtpmap:0 PCMU/8000\r\na=sendrecv\r\n")
        .doesNotContain("10.1.1.1", "alice", "Alice", "secret", "Acme");
  }

  @Test
  void theVersionGrowsByOneWithEachChangeAndOnlyThen() {
    String hold = OFFER.replace("sendrecv", "sendonly");
    List<String> sent =
        List.of(
            rewrite(OFFER),
            rewrite(OFFER.replace("2890844526 IN", "2890844527 IN")),
            rewrite(hold),
            rewrite(OFFER));
    assertThat(sent.stream().map(sdp -> group(sdp, 2))).containsExactly("1", "1", "2", "3");
    assertThat(sent.stream().map(sdp -> group(sdp, 1)).distinct()).hasSize(1);
  }

  @Test
  void linesEndInAnyWayAndAnOriginHiddenInTheMediaPartGoesToo() {
    String rewritten =
        rewrite("v=0\no=x 1 1 IN IP4 10.0.0.1\rm=audio 1 RTP/AVP 0\ro=y 2 2 IN IP4 10.0.0.2");
    assertThat(rewritten).doesNotContain("10.0.0").containsOnlyOnce("\r\no=");
  }

  @Test
  void anIpv6AddressIsNamedAsOne() {
    byte[] sdp = new OriginLine("2001:db8::1").rewrite("v=0\r\n".getBytes(ISO_8859_1));
    assertThat(new String(sdp, ISO_8859_1)).contains(" IN IP6 2001:db8::1\r\n");
  }

  @Test
  void anEmptyBodyStaysEmpty() {
    assertThat(origin.rewrite(new byte[0])).isEmpty();
  }

  @Property
  void anythingBecomesOursAndStaysWithinBounds(@ForAll byte[] body) {
    String rewritten = new String(new OriginLine("192.0.2.9").rewrite(body), ISO_8859_1);
    if (body.length > 0) {
      assertThat(rewritten).startsWith("v=0\r\no=- ").containsOnlyOnce("\r\no=");
      assertThat(rewritten.length()).isLessThanOrEqualTo(2 * body.length + 100);
    }
  }

  private String rewrite(String sdp) {
    return new String(origin.rewrite(sdp.getBytes(ISO_8859_1)), ISO_8859_1);
  }

  private static String group(String sdp, int group) {
    Matcher matcher = ORIGIN.matcher(sdp);
    assertThat(matcher.find()).isTrue();
    return matcher.group(group);
  }
}
