package org.comuta.sip.callcontrol.headers;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserPartTest {
  @ParameterizedTest(name = "the user of {0} is \"{1}\"")
  @CsvSource({
    "sip:5511999@192.0.2.1, 5511999",
    "sip:+5511999;phone-context=x@host:5060;transport=tcp, +5511999",
    "sips:alice:secret@host, alice",
    "SIP:*70%23@host, *70#",
    "tel:+55-11-999;isub=1, +55-11-999",
    "sip:192.0.2.1, ''",
    "sip:a%0d%0aVia@host, aVia",
    "sip:%@host, %",
    "http://user@host, ''",
    "urn:service:sos, ''",
    "nothing, ''",
  })
  void readsTheUser(String uri, String user) {
    assertThat(UserPart.of(uri)).isEqualTo(user);
  }

  @Property
  void readsAnythingWithinBounds(@ForAll String uri) {
    String user = UserPart.of("sip:" + uri + "@host");
    assertThat(user.codePointCount(0, user.length())).isLessThanOrEqualTo(128);
    assertThat(user.chars()).noneMatch(Character::isISOControl);
  }

  @Property
  void whatIsWrittenIsReadBackAndLeavesTheUserPart(
      @ForAll
          @AlphaChars
          @NumericChars
          @Chars({'#', '*', '+', ';', ':', '@', '?', '/', '%', '<', '>', '"', 'é'})
          @StringLength(max = 60)
          String user) {
    String escaped = UserPart.escape(user);
    assertThat(escaped).matches("[A-Za-z0-9\\-_.!~*'()+&=$,%]*");
    assertThat(UserPart.of("sip:" + escaped + "@host")).isEqualTo(user);
  }
}
