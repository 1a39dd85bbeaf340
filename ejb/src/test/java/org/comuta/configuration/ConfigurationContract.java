package org.comuta.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.comuta.Sample;
import org.comuta.description.Json;
import org.comuta.nap.Nap;
import org.comuta.nap.SipTransport;
import org.comuta.nap.Source;
import org.comuta.routing.CallRequest;
import org.comuta.routing.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the saved configuration does, on whichever database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ConfigurationContract {
  private static final Editor ANA = new Editor("ana", "192.0.2.77");
  private static final Edit EDIT = Edit.by(ANA);

  private TestServer server;

  abstract DataSource database();

  @BeforeAll
  void connect() {
    server = new TestServer(database());
  }

  @BeforeEach
  void start() {
    server.empty();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private Saved put(String kind, String name, String body) {
    return server.objects.put(kind, name, Sample.json(body), EDIT);
  }

  private void twoNapsAndARoute() {
    put("nap", "in", "{'domain': '192.0.2.1'}");
    put("nap", "out", "{'domain': '192.0.2.2'}");
    put("route", "r", "{'originNap': 'in', 'destinationNap': 'out'}");
  }

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

  private void refused(String field, String code, Runnable change) {
    assertThatExceptionOfType(InvalidConfigurationException.class)
        .isThrownBy(change::run)
        .satisfies(
            e ->
                assertThat(e.problems())
                    .extracting(one -> one.problem().field(), one -> one.problem().code())
                    .containsExactly(tuple(field, code)));
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
  void objectsAreListedByNameInPagesAndByAnyField() {
    for (String name : List.of("b", "A", "c", "_", "a", "B")) {
      String tcp = name.equals("c") ? ", 'transport': 'TCP', 'proxies': ['p.example']" : "";
      int port = 5000 + name.charAt(0);
      put("nap", name, "{'domain': '192.0.2.1', 'port': " + port + tcp + "}");
    }

    Listing<StoredObject> page = server.objects.list("nap", ObjectQuery.page(1, 3));
    assertThat(page.total()).isEqualTo(6);
    assertThat(page.items()).extracting(StoredObject::name).containsExactly("B", "_", "a");
    assertThat(server.objects.list("nap", ObjectQuery.page(9, 3)).items()).isEmpty();
    assertThat(found(Map.of("transport", "tcp"))).containsExactly("c");
    assertThat(found(Map.of("proxies", "p.example", "port", "5099"))).containsExactly("c");
    assertThat(found(Map.of("enabled", "false"))).isEmpty();
    refused("colour", "unknown", () -> found(Map.of("colour", "blue")));
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> server.objects.list("piano", ObjectQuery.page(0, 1)));
  }

  private List<String> found(Map<String, String> filters) {
    return server.objects.list("nap", new ObjectQuery(filters, 0, 10)).items().stream()
        .map(StoredObject::name)
        .toList();
  }

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
  void applyMakesAllPendingChangesLive() {
    twoNapsAndARoute();
    assertThat(server.live.current().revision()).isZero();
    assertThat(server.revisions.pending().objects()).hasSize(3);

    Applied applied = server.apply.apply(ANA);

    assertThat(applied).isEqualTo(new Applied(3, 0, List.of()));
    assertThat(server.live.current().revision()).isEqualTo(3);
    assertThat(server.live.current().objects(Route.class)).hasSize(1);
    assertThat(server.live.current().routes().decide(new CallRequest("in", "1", "2")).candidates())
        .hasSize(1);
    assertThat(server.revisions.pending().objects()).isEmpty();
    ConfigurationStatus status = server.apply.status();
    assertThat(status)
        .isEqualTo(new ConfigurationStatus(3, 3, TestServer.NOW, "ana", "192.0.2.77"));
    assertThat(status.pending()).isFalse();
  }

  @Test
  void aStartPublishesTheAppliedRevisionNotTheLastOne() {
    put("nap", "lab", "{'domain': '192.0.2.1'}");
    server.apply.apply(ANA);
    put("nap", "lab", "{'domain': '192.0.2.1', 'port': 5070}");
    put("nap", "new", "{'domain': '192.0.2.2'}");

    server.restart();

    assertThat(server.live.current().revision()).isEqualTo(1);
    assertThat(server.live.current().objects(Nap.class))
        .containsExactly(Sample.nap("lab", "192.0.2.1"));
    assertThat(server.revisions.pending().objects()).hasSize(2);
    assertThat(server.apply.apply(ANA)).isEqualTo(new Applied(3, 1, List.of()));
  }

  @Test
  void whatTheDatabaseHoldsWrongIsNamedByApplyAndLeftOutByAStart() {
    twoNapsAndARoute();
    server.apply.apply(ANA);
    server.transactions.call(
        entities ->
            entities
                .createQuery(
                    "update ChangeEntity c set c.after = replace(c.after, '192.0.2.2', '?')"
                        + " where c.id.name = 'out'")
                .executeUpdate());
    assertThatExceptionOfType(InvalidConfigurationException.class)
        .isThrownBy(() -> server.apply.apply(ANA))
        .satisfies(
            e ->
                assertThat(e.problems())
                    .extracting(
                        ObjectProblem::kind, ObjectProblem::name, one -> one.problem().field())
                    .containsExactly(tuple("nap", "out", "domain")));
    assertThat(server.live.current().objects(Nap.class)).hasSize(2);

    server.restart();

    assertThat(server.live.current().revision()).isEqualTo(3);
    assertThat(server.live.current().objects(Nap.class))
        .extracting(Nap::name)
        .containsExactly("in");
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

    assertThat(server.objects.get("nap", "lab").body().getInt("port")).isEqualTo(5060);
    assertThat(put("nap", "lab", "{'domain': '192.0.2.1'}").change()).isEqualTo(Change.UNCHANGED);
    put("nap", "lab", "{'domain': '192.0.2.9'}");
    assertThat(server.revisions.diff(1, 2).objects().getFirst().fields())
        .extracting(FieldDiff::field)
        .containsExactly("domain");
  }

  @Test
  void applyWarnsOfNamesWithoutAddressAndRoutesOfDisabledNaps() {
    put("nap", "in", "{'domain': 'gone.example'}");
    put("nap", "out", "{'domain': '192.0.2.2', 'enabled': false}");
    put("route", "r", "{'originNap': 'in', 'destinationNap': 'out'}");

    assertThat(server.apply.apply(ANA).warnings())
        .extracting(ObjectProblem::kind, ObjectProblem::name, one -> one.problem().field())
        .containsExactly(tuple("nap", "in", "domain"), tuple("route", "r", "destinationNap"));
  }

  @Test
  void newAddressesOfANameAreTakenOverAndKnownOnesKept() {
    put("nap", "in", "{'domain': 'Trunk.example'}");
    server.addresses.put("trunk.example", List.of("192.0.2.1", "192.0.2.2"));
    server.apply.apply(ANA);
    var first = server.live.current();

    server.addresses.put("trunk.example", List.of("192.0.2.2", "192.0.2.1"));
    server.apply.refreshAddresses();
    assertThat(server.live.current()).isSameAs(first);
    server.addresses.clear();
    server.apply.refreshAddresses();
    assertThat(server.live.current()).isSameAs(first);
    assertThat(origin("192.0.2.1")).isEqualTo("in");

    server.addresses.put("trunk.example", List.of("192.0.2.9"));
    server.apply.refreshAddresses();
    assertThat(server.live.current().revision()).isEqualTo(1);
    assertThat(origin("192.0.2.9")).isEqualTo("in");
    assertThat(origin("192.0.2.1")).isEqualTo("nobody");
  }

  private String origin(String address) {
    Nap nap =
        server
            .live
            .current()
            .naps()
            .findOrigin(new Source(address, 5060, 5060, SipTransport.UDP, ""))
            .nap();
    return nap == null ? "nobody" : nap.name();
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
    assertThat(server.apply.apply(ANA).revision()).isEqualTo(40);
    assertThat(server.live.current().objects(Nap.class)).hasSize(40);
  }

  @Test
  void aRefusedSaveUsesNoRevisionNumber() {
    put("nap", "a", "{'domain': '192.0.2.1'}");
    refused("domain", "conflict", () -> put("nap", "b", "{'domain': '192.0.2.1'}"));

    assertThat(put("nap", "b", "{'domain': '192.0.2.2'}").revision()).isEqualTo(2);
  }
}
