package org.comuta.portal.table;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.comuta.alarm.Alarm;
import org.comuta.alarm.AlarmsBean;
import org.comuta.identity.Right;

/** Active alarms, the worst first. */
@ApplicationScoped
public class AlarmsTable extends MemoryTable<Alarm> {
  /** Its name, the word of the API. */
  public static final String ID = "alarms";

  @Inject private AlarmsBean alarms;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public AlarmsTable() {}

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Right needed() {
    return Right.SEE_MONITORING;
  }

  @Override
  List<Alarm> all() {
    return alarms.active();
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
        all.lastAt(),
        all.count(),
        all.acknowledgedBy(),
        all.acknowledgedAt(),
        all.comment());
  }

  @Override
  public List<String> standardColumns() {
    return List.of(
        "severity", "condition", "object", "details", "raisedAt", "count", "acknowledgedBy");
  }

  @Override
  public String key(Alarm alarm) {
    return alarm.id();
  }
}
