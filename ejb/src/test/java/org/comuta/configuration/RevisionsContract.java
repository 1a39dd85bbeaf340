package org.comuta.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.comuta.Sample;
import org.comuta.description.Json;
import org.junit.jupiter.api.Test;

/** What past revisions tell and give back, on whichever database. */
abstract class RevisionsContract extends ConfigurationContract {
  @Test
  void everySaveIsARevisionWithAuthorAddressTimeReasonAndChanges() {
    put("nap", "lab", "{'domain': '192.0.2.1'}");
    Edit told = EDIT.because("moved\0" + "!".repeat(300));
    server.objects.put("nap", "lab", Sample.json("{'domain': '192.0.2.9'}"), told);

    Listing<Revision> revisions = server.revisions.list(0, 1);
    assertThat(revisions.total()).isEqualTo(2);
    assertThat(revisions.items())
        .singleElement()
        .satisfies(
            revision -> {
              assertThat(revision.number()).isEqualTo(2);
              assertThat(revision.author()).isEqualTo("ana");
              assertThat(revision.address()).isEqualTo("192.0.2.77");
              assertThat(revision.savedAt()).isEqualTo(TestServer.NOW);
              assertThat(revision.comment()).startsWith("moved !").hasSize(255);
              assertThat(revision.changes()).isEqualTo(1);
            });
    RevisionDetail detail = server.revisions.get(2);
    assertThat(detail.changes())
        .containsExactly(
            new ObjectDiff(
                "nap",
                "lab",
                Change.UPDATED,
                List.of(
                    new FieldDiff("domain", Json.value("192.0.2.1"), Json.value("192.0.2.9")))));
    assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> server.revisions.get(3));
  }

  @Test
  void theHistoryOfAnObjectOutlivesIt() {
    put("nap", "lab", "{'domain': '192.0.2.1'}");
    put("nap", "other", "{'domain': '192.0.2.2'}");
    server.objects.put("nap", "lab", Sample.json("{'domain': '192.0.2.3'}"), EDIT.because("moved"));
    server.objects.delete("nap", "lab", EDIT);

    Listing<PastChange> history = server.revisions.history("nap", "lab", 0, 2);
    assertThat(history.total()).isEqualTo(3);
    assertThat(history.items())
        .extracting(
            past -> past.revision().number(),
            past -> past.revision().comment(),
            past -> past.difference().change())
        .containsExactly(tuple(4L, "", Change.DELETED), tuple(3L, "moved", Change.UPDATED));
    assertThat(history.items().getLast().difference().fields())
        .containsExactly(new FieldDiff("domain", Json.value("192.0.2.1"), Json.value("192.0.2.3")));
    assertThat(server.revisions.history("nap", "lab", 2, 2).items())
        .extracting(past -> past.revision().number())
        .containsExactly(1L);
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> server.revisions.history("nap", "never", 0, 9));
  }

  @Test
  void revisionsAreComparedObjectByObjectAndFieldByField() {
    twoNapsAndARoute();
    put("nap", "out", "{'domain': '192.0.2.2', 'maxCalls': 4}");
    server.objects.delete("route", "r", EDIT);

    assertThat(server.revisions.diff(3, 5).objects())
        .extracting(ObjectDiff::kind, ObjectDiff::name, ObjectDiff::change)
        .containsExactly(tuple("nap", "out", Change.UPDATED), tuple("route", "r", Change.DELETED));
    assertThat(server.revisions.diff(5, 3).objects())
        .extracting(ObjectDiff::name, ObjectDiff::change)
        .containsExactly(tuple("out", Change.UPDATED), tuple("r", Change.CREATED));
    assertThat(server.revisions.diff(3, 5).objects().getFirst().fields())
        .containsExactly(new FieldDiff("maxCalls", Json.value(0), Json.value(4)));
    assertThat(server.revisions.diff(0, 5).objects()).hasSize(2);
    assertThat(server.revisions.diff(2, 2).objects()).isEmpty();
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> server.revisions.diff(0, 6));
  }

  @Test
  void pendingChangesTellWhoSavedWhatAndWhy() {
    twoNapsAndARoute();
    server.apply.apply(EDIT);
    Edit bob = Edit.by(new Editor("bob", "192.0.2.88")).because("more lines");
    server.objects.put("nap", "out", Sample.json("{'domain': '192.0.2.2', 'maxCalls': 4}"), bob);
    put("nap", "out", "{'domain': '192.0.2.2', 'maxCalls': 5}");
    server.objects.put("nap", "in", Sample.json("{'domain': '192.0.2.9'}"), bob);
    server.objects.put("nap", "in", Sample.json("{'domain': '192.0.2.1'}"), bob);
    server.objects.delete("route", "r", EDIT);

    List<PendingObject> pending = server.revisions.pendingObjects();

    assertThat(pending)
        .extracting(one -> one.difference().name(), one -> one.difference().change())
        .containsExactly(tuple("out", Change.UPDATED), tuple("r", Change.DELETED));
    assertThat(pending.getFirst().difference().fields())
        .containsExactly(new FieldDiff("maxCalls", Json.value(0), Json.value(5)));
    assertThat(pending.getFirst().saves())
        .extracting(Revision::number, Revision::author, Revision::address, Revision::comment)
        .containsExactly(
            tuple(5L, "ana", "192.0.2.77", ""), tuple(4L, "bob", "192.0.2.88", "more lines"));
    assertThat(server.revisions.pending().objects())
        .isEqualTo(pending.stream().map(PendingObject::difference).toList());
  }

  @Test
  void restoreMakesEverythingAsItWasInANewRevision() {
    twoNapsAndARoute();
    server.objects.delete("route", "r", EDIT);
    server.objects.delete("nap", "out", EDIT);
    put("nap", "in", "{'domain': '192.0.2.3'}");
    put("nap", "later", "{'domain': '192.0.2.2'}");

    Restored restored = server.revisions.restore(3, EDIT);

    assertThat(restored).isEqualTo(new Restored(8, 4));
    assertThat(server.revisions.diff(3, 8).objects()).isEmpty();
    assertThat(server.objects.list("nap", ObjectQuery.page(0, 9)).items())
        .extracting(StoredObject::name)
        .containsExactly("in", "out");
    assertThat(server.revisions.get(8).revision().comment()).isEqualTo("Restore of revision 3");
    assertThat(server.live.current().revision()).isZero();
    assertThat(server.revisions.restore(3, EDIT)).isEqualTo(new Restored(8, 0));
    assertThat(server.revisions.restore(0, EDIT)).isEqualTo(new Restored(9, 3));
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> server.revisions.restore(10, EDIT));
  }

  @Test
  void whatAnOlderVersionStoredDiffersOnlyInWhatWasChanged() {
    put("nap", "lab", "{'domain': '192.0.2.1'}");
    server.transactions.call(
        entities ->
            entities
                .createQuery("update ChangeEntity c set c.after = replace(c.after, 'port', 'old')")
                .executeUpdate());
    server.transactions.call(
        entities ->
            entities
                .createQuery("update ObjectEntity o set o.body = replace(o.body, 'port', 'old')")
                .executeUpdate());
    server.restart();

    assertThat(server.objects.get("nap", "lab").body().getInt("port")).isEqualTo(5060);
    assertThat(put("nap", "lab", "{'domain': '192.0.2.1'}").change()).isEqualTo(Change.UNCHANGED);
    put("nap", "lab", "{'domain': '192.0.2.9'}");
    assertThat(server.revisions.diff(1, 2).objects().getFirst().fields())
        .extracting(FieldDiff::field)
        .containsExactly("domain");
  }
}
