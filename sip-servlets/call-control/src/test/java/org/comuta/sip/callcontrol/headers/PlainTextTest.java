package org.comuta.sip.callcontrol.headers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void privacyKeepsTheKnownValuesOnceEach() {
    List<String> values = List.of("id;critical", "ID, smuggled", "none\r\nVia: x");
    assertThat(Privacy.clean(values.iterator())).isEqualTo("id;critical");
  }

  @Property
  void privacyNeverTellsAnythingElse(@ForAll List<String> values) {
    assertThat(Privacy.clean(values.iterator()))
        .matches("((header|session|user|none|critical|id|history)(;(?!$)|$))*");
  }

  @Property
  void aDisplayNameCannotLeaveItsQuotes(@ForAll String name) {
    String clean = DisplayName.clean(name);
    if (clean != null) {
      assertThat(clean).isNotBlank().doesNotContain("\"", "\\", "\r", "\n");
      assertThat(clean.codePointCount(0, clean.length())).isLessThanOrEqualTo(80);
    }
  }
}
