package org.comuta.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.comuta.database.Sql;
import org.comuta.event.Events;
import org.comuta.listing.Condition.Is;
import org.comuta.listing.Condition.Like;
import org.comuta.listing.Condition.Range;
import org.comuta.listing.Order;
import org.comuta.listing.Selection;
import org.comuta.schema.Schema;
import org.junit.jupiter.api.Test;

/** What the database keeps of alarms, whichever database it is. */
abstract class AlarmStoreContract {
  private Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private final Sql sql;
  private final AlarmStore store;

  AlarmStoreContract(DataSource database) {
    Schema.migrate(database);
    sql = new Sql(database);
    store = new AlarmStore(sql, "here");
  }

  private Alarms newProcess() {
    return new Alarms(Events.NONE, () -> now);
  }

  @Test
  void activeOnesSurviveARestart() {
    Alarms before = newProcess();
    before.raise(Condition.DISK_NEARLY_FULL, "exchange", "900 MB");
    AlarmKeeper keeper = new AlarmKeeper(store, before, () -> now);
    before.raise(Condition.NAP_FAILING, "carrier", "cause 27");
    before.raise(Condition.NAP_FAILING, "carrier", "cause 41");
    before.acknowledge(before.active().getFirst().id(), "maria", "seen");
    before.raise(Condition.DATABASE_AWAY, "exchange", "");
    before.clear(Condition.DATABASE_AWAY, "exchange");
    List<Alarm> active = before.active();
    keeper.close();

    Alarms after = newProcess();
    AlarmKeeper next = new AlarmKeeper(store, after, () -> now);
    assertThat(after.active()).isEqualTo(active).hasSize(2);
    after.clear(Condition.NAP_FAILING, "carrier");
    next.close();

    assertThat(store.active())
        .extracting(Alarm::condition)
        .containsExactly(Condition.DISK_NEARLY_FULL);
    assertThat(store.count(AlarmQuery.ALL)).isEqualTo(2);
  }

  @Test
  void thoseOfAnotherServerAreItsOwn() {
    Alarms others = newProcess();
    AlarmKeeper keeper = new AlarmKeeper(new AlarmStore(sql, "there"), others, () -> now);
    others.raise(Condition.DISK_FULL, "exchange", "");
    keeper.close();
    assertThat(store.active()).isEmpty();
    assertThat(new AlarmStore(sql, "there").active()).hasSize(1);
  }

  @Test
  void thePastIsFilteredAndSortedByAnyField() {
    Alarms alarms = newProcess();
    AlarmKeeper keeper = new AlarmKeeper(store, alarms, () -> now);
    for (String nap : List.of("Alpha", "beta")) {
      alarms.raise(Condition.NAP_FAILING, nap, "cause 27");
      now = now.plusSeconds(60);
    }
    alarms.raise(Condition.DISK_FULL, "exchange", "1 MB");
    alarms.raise(Condition.NAP_FAILING, "beta", "cause 41");
    String beta = active(alarms, "beta").id();
    alarms.acknowledge(beta, "maria", "seen");
    for (Alarm alarm : alarms.active()) {
      alarms.clear(alarm.condition(), alarm.object());
    }
    alarms.raise(Condition.DISK_FULL, "exchange", "still active");
    keeper.close();

    assertThat(found(Map.of(), "severity")).containsExactly("exchange", "beta", "Alpha");
    assertThat(found(Map.of(), "-severity")).containsExactly("beta", "Alpha", "exchange");
    assertThat(found(Map.of(), "object")).containsExactlyInAnyOrder("Alpha", "beta", "exchange");
    assertThat(found(Map.of(), "-count")).startsWith("beta");
    assertThat(found(Map.of("object", new Like("*ALPHA*")), "")).containsExactly("Alpha");
    assertThat(found(Map.of("condition", new Is("NAP_FAILING")), "raisedAt"))
        .containsExactly("Alpha", "beta");
    assertThat(found(Map.of("acknowledgedBy", new Like("")), "-raisedAt"))
        .containsExactly("exchange", "Alpha");
    assertThat(found(Map.of("count", new Range(BigDecimal.TWO, null, true)), ""))
        .containsExactly("beta");
    Selection ofMaria =
        new Selection(
            Map.of("acknowledgedBy", new Like("maria"), "comment", new Like("*ee*")), null);
    assertThat(store.count(ofMaria)).isEqualTo(1);
    assertThat(store.count(Selection.ALL)).isEqualTo(3);
    assertThat(store.history(Selection.ALL, 1, 1))
        .extracting(Alarm::object)
        .containsExactly("beta");
  }

  private static Alarm active(Alarms alarms, String object) {
    return alarms.active().stream()
        .filter(one -> one.object().equals(object))
        .findFirst()
        .orElseThrow();
  }

  private List<String> found(Map<String, org.comuta.listing.Condition> conditions, String order) {
    Selection selection = new Selection(conditions, Order.parse(order).orElse(null));
    return store.history(selection, 0, 10).stream().map(Alarm::object).toList();
  }

  @Test
  void thePastIsFoundAndForgotten() {
    Alarms alarms = newProcess();
    AlarmKeeper keeper = new AlarmKeeper(store, alarms, () -> now);
    for (String nap : List.of("a", "b", "c")) {
      alarms.raise(Condition.NAP_FAILING, nap, "");
      alarms.clear(Condition.NAP_FAILING, nap);
      now = now.plus(Duration.ofDays(1));
    }
    alarms.raise(Condition.DISK_FULL, "exchange", "");
    keeper.write();
    List<String> found = new ArrayList<>();
    store.history(AlarmQuery.ALL, 0, 2).forEach(alarm -> found.add(alarm.object()));
    assertThat(found).containsExactly("c", "b");
    assertThat(store.history(AlarmQuery.ALL, 2, 2)).extracting(Alarm::object).containsExactly("a");
    AlarmQuery ofB = new AlarmQuery(Condition.NAP_FAILING, Severity.MAJOR, "b", null, now);
    assertThat(store.history(ofB, 0, 10)).extracting(Alarm::object).containsExactly("b");
    assertThat(store.count(new AlarmQuery(null, null, null, now.minusSeconds(90_000), null)))
        .isEqualTo(1);

    assertThat(store.keptDays()).isEqualTo(365);
    store.keep(3);
    now = now.plusSeconds(1);
    keeper.removeOld(now);
    assertThat(store.history(AlarmQuery.ALL, 0, 10))
        .extracting(Alarm::object)
        .containsExactly("c", "b");
    store.keep(0);
    keeper.removeOld(now.plus(Duration.ofDays(1000)));
    assertThat(store.count(AlarmQuery.ALL)).isEqualTo(2);
    keeper.close();
  }
}
