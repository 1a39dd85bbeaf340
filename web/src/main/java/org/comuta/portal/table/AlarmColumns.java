package org.comuta.portal.table;

import java.util.List;
import org.comuta.alarm.Alarm;
import org.comuta.alarm.AlarmTexts;
import org.comuta.alarm.Condition;
import org.comuta.alarm.Severity;
import org.comuta.portal.table.Column.Width;

/** The columns that active and past alarms have alike. */
final class AlarmColumns {
  private final Words words;
  private final AlarmTexts texts;

  AlarmColumns(Words words) {
    this.words = words;
    this.texts = AlarmTexts.in(words.locale());
  }

  Column<Alarm> severity() {
    return Column.<Alarm>of(words, "severity", "alarm.severity", Filter.CHOICE, Alarm::severity)
        .width(Width.NARROW)
        .choices(
            List.of(Severity.values()).stream()
                .map(one -> new Choice(one.name(), texts.name(one)))
                .toList())
        .styled(alarm -> "tag severity-" + alarm.severity());
  }

  /** What to do is told where it is pointed at. */
  Column<Alarm> condition() {
    return Column.<Alarm>of(words, "condition", "alarm.condition", Filter.CHOICE, Alarm::condition)
        .width(Width.FLEXIBLE)
        .choices(
            List.of(Condition.values()).stream()
                .map(one -> new Choice(one.name(), texts.name(one)))
                .toList())
        .styled(alarm -> "wrap strong")
        .titled(alarm -> texts.help(alarm.condition()));
  }

  Column<Alarm> object() {
    return Column.<Alarm>of(words, "object", "alarm.object", Filter.TEXT, Alarm::object)
        .styled(alarm -> "wrap");
  }

  Column<Alarm> details() {
    return Column.<Alarm>of(words, "details", "alarm.details", Filter.TEXT, Alarm::details)
        .styled(alarm -> "wrap");
  }

  Column<Alarm> raisedAt() {
    return Column.of(words, "raisedAt", "alarm.raisedAt", Filter.MOMENT, Alarm::raisedAt);
  }

  Column<Alarm> lastAt() {
    return Column.of(words, "lastAt", "alarm.lastAt", Filter.MOMENT, Alarm::lastAt);
  }

  Column<Alarm> count() {
    return Column.<Alarm>of(words, "count", "alarm.count", Filter.NUMBER, Alarm::count)
        .width(Width.SMALL);
  }

  Column<Alarm> acknowledgedBy() {
    return Column.<Alarm>of(
            words, "acknowledgedBy", "alarm.acknowledged", Filter.TEXT, Alarm::acknowledgedBy)
        .width(Width.NARROW);
  }

  Column<Alarm> acknowledgedAt() {
    return Column.of(
        words, "acknowledgedAt", "alarm.acknowledgedAt", Filter.MOMENT, Alarm::acknowledgedAt);
  }

  Column<Alarm> comment() {
    return Column.<Alarm>of(words, "comment", "alarm.comment", Filter.TEXT, Alarm::comment)
        .styled(alarm -> "wrap");
  }
}
