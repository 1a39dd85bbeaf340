package org.comuta.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.comuta.Sample;
import org.comuta.nap.Nap;
import org.junit.jupiter.api.Test;

/** What is saved, refused and deleted, on whichever database. */
abstract class SavingContract extends ConfigurationContract {
  @Test
  void anObjectIsCreatedChangedAndLeftAloneWhenNothingChanges() {
    Saved created = put("nap", "lab", "{'domain': '192.0.2.1'}");
    Saved same = put("nap", "lab", "{'name': 'lab', 'domain': '192.0.2.1', 'port': 5060}");
    Saved changed = put("nap", "lab", "{'domain': '192.0.2.1', 'port': 5070}");

    assertThat(List.of(created, same, changed))
        .extracting(Saved::change, Saved::revision)
        .containsExactly(
            tuple(Change.CREATED, 1L), tuple(Change.UNCHANGED, 1L), tuple(Change.UPDATED, 2L));
    StoredObject stored = server.objects.get("nap", "lab");
    assertThat(stored.revision()).isEqualTo(2);
    assertThat(stored.body().getInt("port")).isEqualTo(5070);
    assertThat(stored.body().getString("transport")).isEqualTo("UDP");
    assertThat(server.revisions.list(0, 10).total()).isEqualTo(2);
  }

  @Test
  void whatIsNotSaidGoesBackToItsDefault() {
    put("nap", "lab", "{'domain': '192.0.2.1', 'port': 5070, 'maxCalls': 9}");
    put("nap", "lab", "{'domain': '192.0.2.1', 'maxCalls': 9}");

    assertThat(server.objects.get("nap", "lab").body().getInt("port")).isEqualTo(5060);
  }

  @Test
  void everyProblemOfARefusedObjectIsNamedAndNothingIsSaved() {
    assertThatExceptionOfType(InvalidConfigurationException.class)
        .isThrownBy(() -> put("nap", "lab", "{'port': 'x', 'colour': 1, 'name': 'lab'}"))
        .satisfies(
            e ->
                assertThat(e.problems())
                    .allMatch(problem -> problem.name().equals("lab"))
                    .extracting(problem -> problem.problem().field())
                    .containsExactlyInAnyOrder("port", "colour", "domain"));
    assertThat(server.apply.status().latestRevision()).isZero();
  }

  @Test
  void anObjectCannotBeSavedUnderAnotherName() {
    refused("name", "conflict", () -> put("nap", "a", "{'name': 'b', 'domain': '192.0.2.1'}"));
    refused("name", "syntax", () -> put("nap", "a b", "{'domain': '192.0.2.1'}"));
  }

  @Test
  void aRouteMustNameNapsThatExist() {
    put("nap", "in", "{'domain': '192.0.2.1'}");

    refused(
        "destinationNap",
        "reference",
        () -> put("route", "r", "{'originNap': 'in', 'destinationNap': 'gone'}"));
  }

  @Test
  void twoNapsThatCannotBeToldApartAreRefused() {
    put("nap", "a", "{'domain': '192.0.2.1'}");

    refused("domain", "conflict", () -> put("nap", "b", "{'domain': '192.0.2.1'}"));
    put("nap", "b", "{'domain': '192.0.2.1', 'enabled': false}");
    refused("domain", "conflict", () -> put("nap", "b", "{'domain': '192.0.2.1'}"));
    put("nap", "a", "{'domain': '192.0.2.1', 'port': 5070}");
    put("nap", "b", "{'domain': '192.0.2.1'}");
  }

  @Test
  void anObjectThatOthersNameIsNotDeleted() {
    twoNapsAndARoute();

    assertThatExceptionOfType(ObjectInUseException.class)
        .isThrownBy(() -> server.objects.delete("nap", "out", EDIT))
        .satisfies(
            e ->
                assertThat(e.users())
                    .containsExactly(new ObjectUser("route", "r", "destinationNap")))
        .withMessage("The nap out is used by route r (destinationNap).");

    assertThat(server.objects.delete("route", "r", EDIT).revision()).isEqualTo(4);
    assertThat(server.objects.delete("nap", "out", EDIT).change()).isEqualTo(Change.DELETED);
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> server.objects.get("nap", "out"));
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> server.objects.delete("nap", "out", EDIT));
  }

  @Test
  void whoLooksAtAnOldStateDoesNotOverwriteANewOne() {
    put("nap", "lab", "{'domain': '192.0.2.1'}");
    put("nap", "other", "{'domain': '192.0.2.2'}");
    put("nap", "lab", "{'domain': '192.0.2.1', 'port': 5070}");
    var body = Sample.json("{'domain': '192.0.2.1', 'port': 5080}");

    assertThatExceptionOfType(StaleObjectException.class)
        .isThrownBy(() -> server.objects.put("nap", "lab", body, EDIT.expecting(1)))
        .satisfies(e -> assertThat(e.currentRevision()).isEqualTo(3));
    assertThatExceptionOfType(StaleObjectException.class)
        .isThrownBy(() -> server.objects.put("nap", "lab", body, EDIT.expecting(0)));
    assertThatExceptionOfType(StaleObjectException.class)
        .isThrownBy(() -> server.objects.delete("nap", "lab", EDIT.expecting(2)));
    assertThatExceptionOfType(StaleObjectException.class)
        .isThrownBy(() -> server.objects.put("nap", "new", body, EDIT.expecting(5)));
    assertThat(server.objects.put("nap", "lab", body, EDIT.expecting(3)).revision()).isEqualTo(4);
  }

  @Test
  void ofTwoAdministratorsWhoLookedAtTheSameStateOneIsTold() throws Exception {
    put("nap", "lab", "{'domain': '192.0.2.1'}");
    CyclicBarrier together = new CyclicBarrier(2);
    List<Future<Saved>> saves = new ArrayList<>();
    try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
      for (ObjectService node : List.of(server.objects, server.secondNode())) {
        int port = 5070 + saves.size();
        saves.add(
            executor.submit(
                () -> {
                  var body = Sample.json("{'domain': '192.0.2.1', 'port': " + port + "}");
                  together.await();
                  return node.put("nap", "lab", body, EDIT.expecting(1));
                }));
      }
    }

    List<Saved> done = new ArrayList<>();
    List<Throwable> told = new ArrayList<>();
    for (Future<Saved> save : saves) {
      if (save.state() == Future.State.SUCCESS) {
        done.add(save.resultNow());
      } else {
        told.add(save.exceptionNow());
      }
    }
    assertThat(told)
        .singleElement()
        .isInstanceOfSatisfying(
            StaleObjectException.class, e -> assertThat(e.currentRevision()).isEqualTo(2));
    assertThat(done)
        .singleElement()
        .satisfies(saved -> assertThat(server.objects.get("nap", "lab")).isEqualTo(saved.object()));
  }

  @Test
  void anObjectCanBeExpectedToBeThereWhateverItsRevision() {
    var body = Sample.json("{'domain': '192.0.2.1'}");

    assertThatExceptionOfType(StaleObjectException.class)
        .isThrownBy(() -> server.objects.put("nap", "lab", body, EDIT.expecting(Edit.ANY)))
        .withMessage("There is no nap lab.");
    put("nap", "lab", "{'domain': '192.0.2.9'}");
    assertThat(server.objects.put("nap", "lab", body, EDIT.expecting(Edit.ANY)).change())
        .isEqualTo(Change.UPDATED);
  }

  @Test
  void whatAnotherNodeSavesIsSeenAtOnce() {
    ObjectService other = server.secondNode();
    assertThat(other.list("nap", ObjectQuery.page(0, 9)).total()).isZero();
    twoNapsAndARoute();
    server.objects.delete("route", "r", EDIT);

    assertThat(other.list("nap", ObjectQuery.page(0, 9)).items())
        .isEqualTo(server.objects.list("nap", ObjectQuery.page(0, 9)).items());
    assertThat(other.list("route", ObjectQuery.page(0, 9)).items()).isEmpty();
    assertThat(other.delete("nap", "in", EDIT).revision()).isEqualTo(5);
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> server.objects.get("nap", "in"));
  }

  @Test
  void whoNamesAnObjectIsListed() {
    twoNapsAndARoute();
    put("route", "back", "{'originNap': 'out', 'destinationNap': 'out'}");

    assertThat(server.objects.users("nap", "out"))
        .containsExactly(
            new ObjectUser("route", "back", "originNap"),
            new ObjectUser("route", "back", "destinationNap"),
            new ObjectUser("route", "r", "destinationNap"));
    assertThat(server.objects.users("route", "r")).isEmpty();
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> server.objects.users("nap", "gone"));
  }

  @Test
  void savesOfManyEditorsMakeRevisionsWithoutGaps() throws Exception {
    List<Future<Saved>> saves = new ArrayList<>();
    try (ExecutorService executor = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 40; i++) {
        int number = i;
        saves.add(
            executor.submit(
                () -> put("nap", "n" + number, "{'domain': '192.0.2." + (number + 1) + "'}")));
      }
    }
    List<Long> revisions = new ArrayList<>();
    for (Future<Saved> save : saves) {
      revisions.add(save.get().revision());
    }

    assertThat(revisions)
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 40).boxed().toList());
    assertThat(server.apply.apply(EDIT).revision()).isEqualTo(40);
    assertThat(server.live.current().objects(Nap.class)).hasSize(40);
  }

  @Test
  void aRefusedSaveUsesNoRevisionNumber() {
    put("nap", "a", "{'domain': '192.0.2.1'}");
    refused("domain", "conflict", () -> put("nap", "b", "{'domain': '192.0.2.1'}"));

    assertThat(put("nap", "b", "{'domain': '192.0.2.2'}").revision()).isEqualTo(2);
  }
}
