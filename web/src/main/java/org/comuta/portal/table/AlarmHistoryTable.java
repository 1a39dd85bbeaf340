package org.comuta.portal.table;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.comuta.alarm.Alarm;
import org.comuta.alarm.AlarmsBean;
import org.comuta.identity.Right;
import org.comuta.listing.Order;
import org.comuta.listing.Selection;
import org.comuta.portal.table.Column.Width;
import org.jspecify.annotations.Nullable;

/** Alarms that are over, the newest first, filtered and sorted in the database. */
@ApplicationScoped
public class AlarmHistoryTable implements TableDefinition<Alarm> {
  /** Its name. */
  public static final String ID = "alarm-history";

  @Inject private AlarmsBean alarms;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public AlarmHistoryTable() {}

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Right needed() {
    return Right.SEE_MONITORING;
  }

  @Override
  public List<Column<Alarm>> columns(Words words) {
    AlarmColumns all = new AlarmColumns(words);
    return List.of(
        all.severity(),
        all.condition(),
        all.object(),
        all.details(),
        all.raisedAt(),
        Column.of(words, "clearedAt", "alarm.clearedAt", Filter.MOMENT, Alarm::clearedAt),
        Column.<Alarm>of(words, "lasted", "alarm.lasted", Filter.NONE, AlarmHistoryTable::lasted)
            .width(Width.NARROW)
            .unsorted(),
        all.lastAt(),
        all.count(),
        all.acknowledgedBy(),
        all.acknowledgedAt(),
        all.comment());
  }

  private static @Nullable Duration lasted(Alarm alarm) {
    Instant end = alarm.clearedAt();
    return end == null ? null : Duration.between(alarm.raisedAt(), end);
  }

  @Override
  public List<String> standardColumns() {
    return List.of(
        "severity",
        "condition",
        "object",
        "details",
        "raisedAt",
        "clearedAt",
        "count",
        "acknowledgedBy");
  }

  @Override
  public Order standardOrder() {
    return new Order("raisedAt", true);
  }

  @Override
  public String key(Alarm alarm) {
    return alarm.id();
  }

  @Override
  public Found<Alarm> find(Selection selection, int offset, int limit) {
    return new Found<>(alarms.history(selection, offset, limit), alarms.count(selection));
  }

  @Override
  public void forEach(Selection selection, int most, Predicate<Alarm> each) {
    Pages.forEach((offset, size) -> alarms.history(selection, offset, size), most, each);
  }
}
