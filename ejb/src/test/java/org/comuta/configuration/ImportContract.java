package org.comuta.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.comuta.Sample;
import org.comuta.description.Json;
import org.comuta.description.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the configuration when many objects are imported, on whichever database. */
abstract class ImportContract extends ConfigurationContract {
  @BeforeEach
  void save() {
    put("nap", "in", "{'domain': '192.0.2.1', 'maxCalls': 9}");
    put("nap", "out", "{'domain': '192.0.2.2'}");
    put("route", "r", "{'originNap': 'in', 'destinationNap': 'out'}");
  }

  private static ImportObject object(String kind, String name, int line, String fields) {
    return new ImportObject(kind, name, Sample.json(fields), line, Map.of("port", line + 1));
  }

  private static ImportRequest request(ImportMode mode, ImportObject... objects) {
    return new ImportRequest(List.of(objects), Set.of("nap"), List.of(), mode, false, false);
  }

  private static ImportRequest dry(ImportRequest request) {
    return new ImportRequest(
        request.objects(),
        request.kinds(),
        request.problems(),
        request.mode(),
        request.keepAddresses(),
        true);
  }

  @Test
  void mergeLeavesWhatTheFileDoesNotName() {
    Imported imported =
        server.imports.run(
            request(
                ImportMode.MERGE,
                object("nap", "in", 1, "{'domain': '192.0.2.9'}"),
                object("nap", "out", 3, "{'domain': '192.0.2.2'}"),
                object("nap", "new", 5, "{'domain': '192.0.2.3'}"),
                object("route", "s", 9, "{'originNap': 'new', 'destinationNap': 'in'}")),
            EDIT.because("from the lab"));

    assertThat(imported.revision()).isEqualTo(4);
    assertThat(imported.unchanged()).isEqualTo(1);
    assertThat(imported.changes())
        .extracting(ObjectDiff::kind, ObjectDiff::name, ObjectDiff::change)
        .containsExactly(
            tuple("nap", "in", Change.UPDATED),
            tuple("nap", "new", Change.CREATED),
            tuple("route", "s", Change.CREATED));
    assertThat(server.objects.get("nap", "in").body().getInt("maxCalls")).isEqualTo(9);
    assertThat(server.objects.get("nap", "in").revision()).isEqualTo(4);
    assertThat(server.objects.list("route", ObjectQuery.page(0, 9)).total()).isEqualTo(2);
    Revision revision = server.revisions.get(4).revision();
    assertThat(revision.comment()).isEqualTo("from the lab");
    assertThat(revision.changes()).isEqualTo(3);
  }

  @Test
  void replaceMakesTheKindsOfTheFileExactlyWhatItSays() {
    ImportRequest request =
        new ImportRequest(
            List.of(
                object("nap", "in", 1, "{'domain': '192.0.2.1'}"),
                object("nap", "new", 3, "{'domain': '192.0.2.3'}")),
            Set.of("nap", "route"),
            List.of(),
            ImportMode.REPLACE,
            false,
            false);

    Imported imported = server.imports.run(request, EDIT);

    assertThat(imported.changes())
        .extracting(ObjectDiff::name, ObjectDiff::change)
        .containsExactly(
            tuple("in", Change.UPDATED),
            tuple("new", Change.CREATED),
            tuple("out", Change.DELETED),
            tuple("r", Change.DELETED));
    assertThat(server.objects.get("nap", "in").body().getInt("maxCalls")).isZero();
    assertThat(server.objects.list("route", ObjectQuery.page(0, 9)).items()).isEmpty();
    server.restart();
    assertThat(server.objects.list("nap", ObjectQuery.page(0, 9)).items())
        .extracting(StoredObject::name)
        .containsExactly("in", "new");
  }

  @Test
  void whatIsNamedByOthersCannotBeLeftOutOfAReplacement() {
    ImportRequest request =
        request(ImportMode.REPLACE, object("nap", "in", 1, "{'domain': '192.0.2.1'}"));

    assertThatExceptionOfType(InvalidConfigurationException.class)
        .isThrownBy(() -> server.imports.run(request, EDIT))
        .satisfies(
            e ->
                assertThat(e.problems())
                    .extracting(
                        ObjectProblem::kind,
                        ObjectProblem::name,
                        one -> one.problem().field(),
                        ObjectProblem::line)
                    .containsExactly(tuple("route", "r", "destinationNap", 0)));
  }

  @Test
  void everyProblemIsToldByLineAndNothingIsSaved() {
    ImportRequest request =
        new ImportRequest(
            List.of(
                object("nap", "good", 1, "{'domain': '192.0.2.50'}"),
                object("nap", "bad", 10, "{'domain': '192.0.2.51', 'port': 70000, 'colour': 1}"),
                object("nap", "good", 20, "{'domain': '192.0.2.52'}"),
                object("nap", "twin", 30, "{'domain': '192.0.2.1'}"),
                object("route", "to-bad", 40, "{'originNap': 'bad', 'destinationNap': 'in'}"),
                object("route", "to-none", 50, "{'originNap': 'in', 'destinationNap': 'none'}"),
                object("piano", "p", 60, "{}")),
            Set.of("nap", "route"),
            List.of(new ObjectProblem("nap", "", new Problem("", "type", "x"), 5)),
            ImportMode.MERGE,
            false,
            false);
    List<Tuple> expected =
        List.of(
            tuple(5, "", "", "type"),
            tuple(10, "bad", "colour", "unknown"),
            tuple(11, "bad", "port", "range"),
            tuple(20, "good", "name", "duplicate"),
            tuple(60, "p", "", "unknown"),
            tuple(0, "in", "domain", "conflict"),
            tuple(30, "twin", "domain", "conflict"),
            tuple(50, "to-none", "destinationNap", "reference"));

    assertThatExceptionOfType(InvalidConfigurationException.class)
        .isThrownBy(() -> server.imports.run(request, EDIT))
        .satisfies(e -> assertTold(e.problems(), expected));
    assertThat(server.apply.status().latestRevision()).isEqualTo(3);
    Imported dry = server.imports.run(dry(request), EDIT);
    assertTold(dry.problems(), expected);
    assertThat(dry.count(Change.CREATED)).isEqualTo(4);
    assertThat(server.apply.status().latestRevision()).isEqualTo(3);
  }

  private static void assertTold(List<ObjectProblem> problems, List<Tuple> expected) {
    assertThat(problems)
        .extracting(
            ObjectProblem::line,
            ObjectProblem::name,
            one -> one.problem().field(),
            one -> one.problem().code())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void addressesOfObjectsThatAreHereCanBeKept() {
    ImportRequest request =
        new ImportRequest(
            List.of(
                object("nap", "in", 1, "{'domain': '198.51.100.1', 'port': 5090, 'maxCalls': 1}"),
                object("nap", "new", 3, "{'domain': '198.51.100.2', 'port': 5090}")),
            Set.of("nap"),
            List.of(),
            ImportMode.MERGE,
            true,
            false);

    server.imports.run(request, EDIT);

    assertThat(server.objects.get("nap", "in").body())
        .containsEntry("domain", Json.value("192.0.2.1"))
        .containsEntry("port", Json.value(5060))
        .containsEntry("maxCalls", Json.value(1));
    assertThat(server.objects.get("nap", "new").body().getString("domain"))
        .isEqualTo("198.51.100.2");
  }

  @Test
  void anImportThatChangesNothingOrIsNotExpectedMakesNoRevision() {
    ImportRequest same =
        request(ImportMode.MERGE, object("nap", "in", 1, "{'domain': '192.0.2.1'}"));

    assertThat(server.imports.run(same, EDIT).revision()).isEqualTo(3);
    assertThatExceptionOfType(StaleObjectException.class)
        .isThrownBy(() -> server.imports.run(same, EDIT.expecting(2)));
    assertThat(server.apply.status().latestRevision()).isEqualTo(3);
  }

  @Test
  void thousandsOfObjectsAreOneRevision() {
    ImportObject[] many =
        IntStream.range(0, 3_000)
            .mapToObj(
                i ->
                    object(
                        "route",
                        "r" + i,
                        i + 1,
                        "{'originNap': 'in', 'destinationNap': 'out', 'calledNumber': '^%d'}"
                            .formatted(i)))
            .toArray(ImportObject[]::new);

    assertThat(server.imports.run(request(ImportMode.MERGE, many), EDIT).revision()).isEqualTo(4);
    assertThat(server.apply.apply(EDIT).revision()).isEqualTo(4);
    assertThat(server.objects.list("route", ObjectQuery.page(0, 1)).total()).isEqualTo(3_001);
    assertThat(server.revisions.diff(3, 4).objects()).hasSize(3_000);
    assertThat(server.revisions.restore(3, EDIT)).isEqualTo(new Restored(5, 3_000));
    assertThat(server.objects.list("route", ObjectQuery.page(0, 1)).total()).isEqualTo(1);
  }
}
