package org.comuta.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.comuta.Sample;
import org.comuta.description.Json;
import org.comuta.listing.Condition;
import org.comuta.listing.Order;
import org.comuta.listing.SearchText;
import org.comuta.listing.Selection;
import org.comuta.nap.Nap;
import org.comuta.nap.Source;
import org.comuta.network.SipTransport;
import org.comuta.routing.CallRequest;
import org.comuta.routing.Route;
import org.jspecify.annotations.Nullable;
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

  @Test
  void objectsAreSelectedAndSortedByAnyField() {
    for (String name : List.of("b", "A", "c", "d")) {
      String more = name.equals("c") ? ", 'transport': 'TCP', 'enabled': false" : "";
      int port = 5000 + name.charAt(0);
      put("nap", name, "{'domain': 'host" + name + ".example', 'port': " + port + more + "}");
    }
    assertThat(selected(Map.of(), "-port")).containsExactly("d", "c", "b", "A");
    assertThat(selected(Map.of(), "name")).containsExactly("A", "b", "c", "d");
    assertThat(selected(Map.of("domain", new Condition.Like("*HOSTB*")), "name"))
        .containsExactly("b");
    assertThat(selected(Map.of("enabled", new Condition.Is("true")), "-name"))
        .containsExactly("d", "b", "A");
    Condition ports = new Condition.Range(BigDecimal.valueOf(5_098), null, false);
    assertThat(selected(Map.of("port", ports), "name")).containsExactly("c", "d");
    refused("sort", "unknown", () -> selected(Map.of(), "colour"));
  }

  private List<String> selected(Map<String, Condition> conditions, String order) {
    Selection selection = new Selection(conditions, Order.parse(order).orElseThrow());
    return server.objects.list("nap", new ObjectQuery(selection, 0, 10)).items().stream()
        .map(StoredObject::name)
        .toList();
  }

  @Test
  void objectsAreFoundByNameAndByWhatIsWrittenInThem() {
    put("nap", "carrier", "{'domain': 'sip.example', 'description': 'Operadora São João'}");
    put("nap", "carrier-2", "{'domain': '192.0.2.7', 'maxCalls': 4711}");
    put("route", "to-carrier", "{'originNap': 'carrier', 'destinationNap': 'carrier-2'}");
    assertThat(hits("carrier"))
        .containsExactly("nap carrier ", "nap carrier-2 ", "route to-carrier ");
    assertThat(hits("sao joao")).containsExactly("nap carrier description");
    assertThat(hits("192.0.2")).containsExactly("nap carrier-2 domain");
    assertThat(hits("4711")).containsExactly("nap carrier-2 maxCalls");
    assertThat(hits("to carrier-2")).containsExactly("route to-carrier destinationNap");
    assertThat(hits("nothing of it")).isEmpty();
    assertThat(hits("")).isEmpty();
    put("nap", "carrier", "{'domain': 'sip.example'}");
    assertThat(hits("sao joao")).as("as saved last").isEmpty();
    assertThat(server.objects.search(SearchText.of("carrier"), 2)).hasSize(2);
  }

  private List<String> hits(String typed) {
    return server.objects.search(SearchText.of(typed), 10).stream()
        .map(found -> found.kind() + " " + found.name() + " " + found.field())
        .toList();
  }

  @Test
  void revisionsAreSelectedAndSortedByAnyField() {
    for (String name : List.of("a", "b", "c")) {
      Edit told = Edit.by(new Editor("user-" + name, "192.0.2.1")).because("Why " + name);
      String body = "{'domain': '" + name + ".example'}";
      server.objects.put("nap", name, Sample.json(body), told);
    }
    assertThat(revisions(Map.of(), null)).containsExactly(3L, 2L, 1L);
    assertThat(revisions(Map.of(), new Order("author", false))).containsExactly(1L, 2L, 3L);
    assertThat(revisions(Map.of(), new Order("changes", false))).containsExactly(3L, 2L, 1L);
    assertThat(revisions(Map.of("author", new Condition.Like("USER-B")), null)).containsExactly(2L);
    assertThat(revisions(Map.of("comment", new Condition.Like("*y c*")), null)).containsExactly(3L);
    Condition numbers = new Condition.Range(BigDecimal.ONE, BigDecimal.TWO, true);
    assertThat(revisions(Map.of("number", numbers, "changes", numbers), null))
        .containsExactly(2L, 1L);
    Condition since = new Condition.Period(TestServer.NOW, TestServer.NOW.plusSeconds(1));
    assertThat(revisions(Map.of("savedAt", since), null)).hasSize(3);
    assertThat(revisions(Map.of("savedAt", new Condition.Period(null, TestServer.NOW)), null))
        .isEmpty();
  }

  private List<Long> revisions(Map<String, Condition> conditions, @Nullable Order order) {
    Listing<Revision> found = server.revisions.list(new Selection(conditions, order), 0, 10);
    assertThat(found.total()).isEqualTo(found.items().size());
    return found.items().stream().map(Revision::number).toList();
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

    Applied applied = server.apply.apply(EDIT);

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
  void applyIsRefusedWhenMoreWasSavedThanTheAdministratorSaw() {
    twoNapsAndARoute();

    assertThatExceptionOfType(StaleObjectException.class)
        .isThrownBy(() -> server.apply.apply(EDIT.expecting(2)))
        .withMessage("The configuration is at revision 3, not 2.");
    assertThat(server.live.current().revision()).isZero();
    assertThatExceptionOfType(StaleObjectException.class)
        .isThrownBy(() -> server.revisions.restore(1, EDIT.expecting(2)));
    assertThat(server.apply.apply(EDIT.expecting(3)).revision()).isEqualTo(3);
    assertThat(server.revisions.restore(1, EDIT.expecting(3)).revision()).isEqualTo(4);
  }

  @Test
  void everyApplyIsKeptWithItsReason() {
    put("nap", "lab", "{'domain': '192.0.2.1'}");
    server.apply.apply(EDIT.because("go"));
    server.apply.apply(EDIT);

    assertThat(server.revisions.applications(0, 1))
        .isEqualTo(
            new Listing<>(List.of(new Application(1, "ana", "192.0.2.77", TestServer.NOW, "")), 2));
    assertThat(server.revisions.applications(1, 9).items())
        .extracting(Application::comment)
        .containsExactly("go");
  }

  @Test
  void aStartPublishesTheAppliedRevisionNotTheLastOne() {
    put("nap", "lab", "{'domain': '192.0.2.1'}");
    server.apply.apply(EDIT);
    put("nap", "lab", "{'domain': '192.0.2.1', 'port': 5070}");
    put("nap", "new", "{'domain': '192.0.2.2'}");

    server.restart();

    assertThat(server.live.current().revision()).isEqualTo(1);
    assertThat(server.live.current().objects(Nap.class))
        .containsExactly(Sample.nap("lab", "192.0.2.1"));
    assertThat(server.revisions.pending().objects()).hasSize(2);
    assertThat(server.apply.apply(EDIT)).isEqualTo(new Applied(3, 1, List.of()));
  }

  @Test
  void whatTheDatabaseHoldsWrongIsNamedByApplyAndLeftOutByAStart() {
    twoNapsAndARoute();
    server.apply.apply(EDIT);
    server.transactions.call(
        entities ->
            entities
                .createQuery(
                    "update ObjectEntity o set o.body = replace(o.body, '192.0.2.2', '?')"
                        + " where o.id.name = 'out'")
                .executeUpdate());

    server.restart();

    assertThat(server.live.current().revision()).isEqualTo(3);
    assertThat(server.live.current().objects(Nap.class))
        .extracting(Nap::name)
        .containsExactly("in");
    assertThat(server.objects.get("nap", "out").body().getString("domain")).isEqualTo("?");
    assertThatExceptionOfType(InvalidConfigurationException.class)
        .isThrownBy(() -> server.apply.apply(EDIT))
        .satisfies(
            e ->
                assertThat(e.problems())
                    .extracting(
                        ObjectProblem::kind, ObjectProblem::name, one -> one.problem().field())
                    .containsExactly(tuple("nap", "out", "domain")));
    assertThat(server.live.current().objects(Nap.class)).hasSize(1);
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

  @Test
  void applyWarnsOfNamesWithoutAddressAndRoutesOfDisabledNaps() {
    put("nap", "in", "{'domain': 'gone.example'}");
    put("nap", "out", "{'domain': '192.0.2.2', 'enabled': false}");
    put("route", "r", "{'originNap': 'in', 'destinationNap': 'out'}");

    assertThat(server.apply.apply(EDIT).warnings())
        .extracting(ObjectProblem::kind, ObjectProblem::name, one -> one.problem().field())
        .containsExactly(tuple("nap", "in", "domain"), tuple("route", "r", "destinationNap"));
  }

  @Test
  void newAddressesOfANameAreTakenOverAndKnownOnesKept() {
    put("nap", "in", "{'domain': 'Trunk.example'}");
    server.addresses.put("trunk.example", List.of("192.0.2.1", "192.0.2.2"));
    server.apply.apply(EDIT);
    var first = server.live.current();

    server.addresses.put("trunk.example", List.of("192.0.2.2", "192.0.2.1"));
    server.apply.refresh();
    assertThat(server.live.current()).isSameAs(first);
    server.addresses.clear();
    server.apply.refresh();
    assertThat(server.live.current()).isSameAs(first);
    assertThat(origin("192.0.2.1")).isEqualTo("in");

    server.addresses.put("trunk.example", List.of("192.0.2.9"));
    server.apply.refresh();
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
            .findOrigin(new Source(address, 5060, 5060, SipTransport.UDP, "", ""))
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
