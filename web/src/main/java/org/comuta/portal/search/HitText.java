package org.comuta.portal.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.comuta.description.Catalogue;
import org.comuta.description.FieldDescription;
import org.comuta.description.ObjectDescription;
import org.comuta.portal.form.FormAddress;
import org.comuta.portal.search.ResultGroup.Result;
import org.comuta.portal.table.Words;
import org.comuta.search.Hit;

/** What was found, in one reader's words. Immutable. */
record HitText(Catalogue catalogue, Words words) {
  private static final int LONGEST = 160;

  Result result(Hit hit) {
    return switch (hit.group()) {
      case OBJECTS ->
          new Result(hit.name(), place(hit), FormAddress.edit(hit.kind(), hit.name()), "pi-box");
      case FIELDS ->
          new Result(
              fieldLabel(hit),
              kindLabel(hit) + ": " + bounded(hit.text()),
              FormAddress.create(hit.kind()) + "#form:row_" + hit.field(),
              "pi-question-circle");
      case USERS ->
          new Result(hit.name(), hit.text(), exactly("users.xhtml?name=", hit.name()), "pi-user");
      case CALLS ->
          new Result(
              hit.text(),
              words.shown(hit.at()),
              exactly("calls.xhtml?callId=", hit.name()),
              "pi-phone");
      case RECORDS ->
          new Result(
              hit.text(),
              words.shown(hit.at()),
              exactly("records.xhtml?id=", hit.name()),
              "pi-list");
    };
  }

  private static String exactly(String page, String name) {
    return page + URLEncoder.encode("=" + name, StandardCharsets.UTF_8);
  }

  private String place(Hit hit) {
    return hit.field().isEmpty()
        ? kindLabel(hit)
        : kindLabel(hit) + " · " + fieldLabel(hit) + ": " + bounded(hit.text());
  }

  private Optional<ObjectDescription<?>> description(Hit hit) {
    return catalogue.kind(hit.kind()).map(kind -> kind.description());
  }

  private String kindLabel(Hit hit) {
    return description(hit).map(one -> one.label(words.locale())).orElse(hit.kind());
  }

  private String fieldLabel(Hit hit) {
    return description(hit)
        .flatMap(
            one ->
                one.field(hit.field())
                    .map((FieldDescription field) -> one.label(field, words.locale())))
        .orElse(hit.field());
  }

  private static String bounded(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
