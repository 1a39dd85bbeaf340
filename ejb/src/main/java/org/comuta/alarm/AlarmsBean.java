package org.comuta.alarm;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.comuta.database.Sql;
import org.comuta.description.Problem;
import org.comuta.listing.Selection;

/** The alarms for portal and API: active ones from memory, past ones from the database. */
@Singleton
@Startup
@DependsOn("SchemaBean")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class AlarmsBean {
  /** Longest that alarms of the past can be kept, other than for ever. */
  public static final int MOST_DAYS = 36_500;

  @Resource(lookup = "java:jboss/datasources/ComutaDS")
  private DataSource source;

  @Inject private Alarms alarms;

  private AlarmStore store;
  private AlarmKeeper keeper;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public AlarmsBean() {}

  @PostConstruct
  void start() {
    store = new AlarmStore(new Sql(source), System.getProperty("jboss.node.name", "node"));
    keeper = new AlarmKeeper(store, alarms, Clock.systemUTC());
  }

  @PreDestroy
  void stop() {
    keeper.close();
  }

  /** The active ones, the worst first, then the newest. */
  public List<Alarm> active() {
    return alarms.active();
  }

  /** Those that are over, the newest first. */
  public List<Alarm> history(AlarmQuery query, int offset, int size) {
    keeper.write();
    return store.history(query, offset, size);
  }

  /**
   * Those that are over by their severity, condition, object, details, raisedAt, lastAt, clearedAt,
   * count, acknowledgedAt, acknowledgedBy and comment; the newest first where there is no other
   * order.
   */
  public List<Alarm> history(Selection selection, int offset, int size) {
    keeper.write();
    return store.history(selection, offset, size);
  }

  /** How many are over. */
  public long count(Selection selection) {
    return store.count(selection);
  }

  /** How many are over. */
  public long count(AlarmQuery query) {
    return store.count(query);
  }

  /** Notes that somebody takes care of it; empty when none of this identity is active. */
  public Optional<Alarm> acknowledge(String id, String by, String comment) {
    return alarms.acknowledge(id, by, comment);
  }

  /** Days that those of the past are kept; 0 for ever. */
  public int keptDays() {
    return store.keptDays();
  }

  /** Changes how long those of the past are kept; those too old go within the hour. */
  public List<Problem> keep(int days) {
    List<Problem> problems = check(days);
    if (problems.isEmpty()) {
      store.keep(days);
    }
    return problems;
  }

  /** What is wrong with so many days; empty when nothing is. */
  static List<Problem> check(int days) {
    return days < 0 || days > MOST_DAYS
        ? List.of(new Problem("days", "range", "days must be from 0 to " + MOST_DAYS + "."))
        : List.of();
  }
}
