package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.comuta.database.Sql;
import org.comuta.listing.Condition;
import org.comuta.listing.Order;
import org.comuta.listing.Selection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditLogTest {
  private final Sql sql = IdentityDatabase.create();
  private final SettableClock clock = new SettableClock();
  private final AuditLog log = new AuditLog(sql, clock);

  private void write(int entries) {
    for (int i = 1; i <= entries; i++) {
      write("user" + i % 2, AuditAction.USER_SAVE, "u" + i, AuditEntry.Outcome.DONE);
      clock.goOn(Duration.ofHours(1));
    }
  }

  private void write(String user, AuditAction action, String object, AuditEntry.Outcome outcome) {
    log.write(new Actor(user, "192.0.2.1"), action, "user", object, outcome, "role: A → B");
  }

  private AuditVerification verify() {
    return AuditVerifier.verify(log);
  }

  @Test
  void whatWasWrittenIsIntact() {
    assertThat(verify().intact()).isTrue();
    write(2_500); // more than are read at once
    assertThat(verify())
        .satisfies(
            found -> {
              assertThat(found.intact()).isTrue();
              assertThat(found.entries()).isEqualTo(2_500);
              assertThat(found.problem()).isNull();
              assertThat(found.lastHash()).matches("[0-9a-f]{64}");
            });
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "update audit_entry set detail = 'nothing' where id = 3 | 3",
        "update audit_entry set user_name = 'somebody' where id = 3 | 3",
        "update audit_entry set address = '192.0.2.2' where id = 3 | 3",
        "update audit_entry set action = 'SIGN_IN' where id = 3 | 3",
        "update audit_entry set object_kind = 'nap' where id = 3 | 3",
        "update audit_entry set object_name = 'u4' where id = 3 | 3",
        "update audit_entry set outcome = 'REFUSED' where id = 3 | 3",
        "update audit_entry set happened_at = dateadd(second, 1, happened_at) where id = 3 | 3",
        "update audit_entry set hash = null where id = 3 | 3",
        "update audit_entry set user_name = 'user1u', object_name = '3' where id = 3 | 3",
        "delete from audit_entry where id = 3 | 4",
        "delete from audit_entry where id < 3 | 3",
        "delete from audit_entry where id = 5 |",
        "delete from audit_entry |",
        "update audit_chain set anchor_id = 2 | 3",
        "update audit_chain set head_hash = anchor_hash |",
      })
  void whatWasChangedIsFound(String tampering, @Nullable Long at) {
    write(5);
    sql.change(tampering);
    assertThat(verify())
        .satisfies(
            found -> {
              assertThat(found.intact()).isFalse();
              assertThat(found.problem()).isNotBlank();
              assertThat(found.brokenAt()).isEqualTo(at);
            });
  }

  @Test
  void anEntryPutThereIsFound() {
    write(2);
    sql.change(
        "insert into audit_entry (happened_at, user_name, address, action, object_kind,"
            + " object_name, outcome, detail) select happened_at, user_name, address, action,"
            + " object_kind, object_name, outcome, detail from audit_entry where id = 1");
    assertThat(verify().brokenAt()).isEqualTo(3);
  }

  @Test
  void entriesFromBeforeTheChainAreCountedApart() {
    write(3);
    sql.change("update audit_entry set hash = null where id <= 2");
    sql.change(
        "update audit_chain set anchor_id = 2, anchor_hash = ?, head_id = 2, head_hash = ?",
        AuditChain.BEGINNING,
        AuditChain.BEGINNING);
    sql.change("delete from audit_entry where id = 3");
    write(1);
    assertThat(verify())
        .satisfies(
            found -> {
              assertThat(found.intact()).isTrue();
              assertThat(found.unchained()).isEqualTo(2);
              assertThat(found.entries()).isEqualTo(1);
            });
  }

  @Test
  void thoseWhoWriteAtTheSameTimeMakeOneChain() throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> all = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        all.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < 50; i++) {
                    write("user", AuditAction.SIGN_IN, "u" + i, AuditEntry.Outcome.DONE);
                  }
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    assertThat(verify().intact()).isTrue();
    assertThat(verify().entries()).isEqualTo(200);
  }

  @Test
  void whatIsTooOldGoesAndTheChainGoesOnFromThere() {
    write(48);
    assertThat(log.removeOld()).isZero();
    log.keep(1);
    assertThat(log.removeOld()).isEqualTo(24);
    assertThat(log.count(AuditQuery.ALL)).isEqualTo(25);
    assertThat(log.page(AuditQuery.ALL, 0, 1))
        .extracting(AuditEntry::action)
        .containsExactly(AuditAction.AUDIT_RETENTION);
    assertThat(verify().intact()).isTrue();
    assertThat(log.removeOld()).isZero();
    clock.goOn(Duration.ofDays(3));
    write(1);
    assertThat(log.removeOld()).isEqualTo(25);
    assertThat(verify().intact()).isTrue();
  }

  @Test
  void removingByHandIsNoRetention() {
    write(48);
    log.keep(1);
    log.removeOld();
    String hash =
        sql.query("select hash from audit_entry where id = 29", row -> row.getString("hash"))
            .getFirst();
    sql.change("delete from audit_entry where id <= 29");
    sql.change("update audit_chain set anchor_id = 29, anchor_hash = ?", hash);
    assertThat(verify().intact()).isFalse();
  }

  @ParameterizedTest(name = "{0} = {1}: {2}")
  @CsvSource({
    "user, user0, 3",
    "user, nobody, 0",
    "action, USER_SAVE, 5",
    "action, SIGN_IN, 1",
    "object, u2, 1",
    "kind, user, 6",
    "outcome, REFUSED, 1",
    "from, 2026-03-01T14:00:00Z, 4",
    "to, 2026-03-01T14:00:00Z, 2",
  })
  void entriesAreFoundByWhatTheySay(String field, String value, int found) {
    write(5);
    write("user0", AuditAction.SIGN_IN, "x", AuditEntry.Outcome.REFUSED);
    AuditQuery query =
        new AuditQuery(
            field.equals("user") ? value : null,
            field.equals("action") ? AuditAction.valueOf(value) : null,
            field.equals("kind") ? value : null,
            field.equals("object") ? value : null,
            field.equals("outcome") ? AuditEntry.Outcome.valueOf(value) : null,
            field.equals("from") ? Instant.parse(value) : null,
            field.equals("to") ? Instant.parse(value) : null);
    assertThat(log.count(query)).isEqualTo(found);
    assertThat(log.page(query, 0, 100)).hasSize(found);
    List<AuditEntry> each = new ArrayList<>();
    log.forEach(query, each::add);
    assertThat(each).isEqualTo(log.page(query, 0, 100));
  }

  @ParameterizedTest(name = "sorted by {0}")
  @ValueSource(strings = {"id", "at", "user", "address", "action", "kind", "object", "outcome"})
  void entriesAreSelectedAndSortedByAnyField(String field) {
    write(5);
    write("someone", AuditAction.SIGN_IN, "x", AuditEntry.Outcome.REFUSED);
    Selection users =
        new Selection(
            Map.of("user", new Condition.Like("USER*")), new Order(field, field.equals("at")));
    assertThat(log.count(users)).isEqualTo(5);
    List<AuditEntry> each = new ArrayList<>();
    log.forEach(users, each::add);
    assertThat(each).hasSize(5).isEqualTo(log.page(users, 0, 100));
    List<AuditEntry> some = new ArrayList<>();
    log.forEach(users, entry -> some.add(entry) && some.size() < 2);
    assertThat(some).isEqualTo(each.subList(0, 2));
  }

  @ParameterizedTest
  @ValueSource(ints = {999, 1_000, 1_001})
  void allOfThemAreGivenHoweverManyThereAre(int entries) {
    write(entries);
    List<Long> ids = new ArrayList<>();
    log.forEach(AuditQuery.ALL, entry -> ids.add(entry.id()));
    assertThat(ids).hasSize(entries).doesNotHaveDuplicates();
  }

  @Test
  void whatDoesNotFitIsCut() {
    log.write(
        new Actor("u\0" + "x".repeat(100), "a"),
        AuditAction.USER_SAVE,
        "user",
        "o".repeat(300),
        AuditEntry.Outcome.DONE,
        "d".repeat(5_000));
    assertThat(log.page(AuditQuery.ALL, 0, 1))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.user()).startsWith("u?x").hasSize(64);
              assertThat(entry.object()).hasSize(255);
              assertThat(entry.detail()).hasSize(4_000);
            });
    assertThat(verify().intact()).isTrue();
  }
}
