package org.comuta.portal.table;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.comuta.listing.Condition;
import org.jspecify.annotations.Nullable;

/** What is typed into filters, as one reader reads it. */
record FilterText(Words words) {
  /** In words. */
  String text(Column<?> column, String typed) {
    String ago = TypedFilter.agoOf(typed);
    if (!ago.isEmpty()) {
      String text = words.textIfAny("table.ago." + ago);
      return text.isEmpty() ? ago : text;
    }
    Condition.Period ends =
        column.getFilter() == Filter.MOMENT ? TypedFilter.endsOf(typed, words.zone()) : null;
    if (ends != null) {
      return words.shown(ends.from()) + " … " + words.shown(ends.before());
    }
    return column.getChoices().stream()
        .filter(choice -> choice.word().equalsIgnoreCase(typed))
        .map(Choice::label)
        .findFirst()
        .orElse(typed);
  }

  /** Where a filter of moments begins, as fields of moments want it; empty when nowhere. */
  String from(String typed) {
    Condition.Period ends = TypedFilter.endsOf(typed, words.zone());
    return ends == null ? "" : local(ends.from());
  }

  /** Where it ends. */
  String before(String typed) {
    Condition.Period ends = TypedFilter.endsOf(typed, words.zone());
    return ends == null ? "" : local(ends.before());
  }

  private String local(@Nullable Instant moment) {
    return moment == null
        ? ""
        : LocalDateTime.ofInstant(moment, words.zone()).truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
