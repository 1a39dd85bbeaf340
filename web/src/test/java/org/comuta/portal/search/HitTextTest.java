package org.comuta.portal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.comuta.configuration.Kinds;
import org.comuta.portal.search.ResultGroup.Result;
import org.comuta.portal.table.Words;
import org.comuta.search.Hit;
import org.comuta.search.Hit.Group;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HitTextTest {
  private static final HitText TEXTS =
      new HitText(Kinds.catalogue(), new Words(Locale.ENGLISH, ZoneId.of("UTC")));

  @ParameterizedTest(name = "{0} {1} {2} {3}: {6}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          OBJECTS, nap, a b, '', '', -, a b, NAP, nap.xhtml?name=a+b
          OBJECTS, nap, lab, domain, x.example, -, lab, NAP · Domain: x.example, nap.xhtml?name=lab
          OBJECTS, gone, lab, colour, red, -, lab, gone · colour: red, object.xhtml?kind=gone&name=lab
          FIELDS, nap, '', domain, Where., -, Domain, NAP: Where., nap.xhtml#form:row_domain
          USERS, user, maria, '', Maria, -, maria, Maria, users.xhtml?name=%3Dmaria
          CALLS, call, id-1, '', 1 → 2, 2026-03-01T12:00:00Z, 1 → 2, '3/1/26, 12:00:00 PM', calls.xhtml?callId=%3Did-1
          RECORDS, cdr, id-1, callId, 1 → 2, 2026-03-01T12:00:00Z, 1 → 2, '3/1/26, 12:00:00 PM', records.xhtml?id=%3Did-1
          """)
  void whatIsFoundIsSaidAndLinked(
      Group group,
      String kind,
      String name,
      String field,
      String text,
      @Nullable Instant at,
      String label,
      String detail,
      String address) {
    Result result = TEXTS.result(new Hit(group, kind, name, field, text, at));
    assertThat(result.label()).isEqualTo(label);
    assertThat(result.detail().replace('\u202F', ' ')).isEqualTo(detail);
    assertThat(result.address()).isEqualTo(address);
  }
}
