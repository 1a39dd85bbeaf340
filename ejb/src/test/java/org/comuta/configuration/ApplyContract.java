package org.comuta.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.comuta.Sample;
import org.comuta.nap.Nap;
import org.comuta.nap.Source;
import org.comuta.network.SipTransport;
import org.comuta.routing.CallRequest;
import org.comuta.routing.Route;
import org.junit.jupiter.api.Test;

/** What becomes live and when, on whichever database. */
abstract class ApplyContract extends ConfigurationContract {
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
        .isEqualTo(new ConfigurationStatus(3, 3, TestServer.NOW, "ana", "192.0.2.77", 0));
    assertThat(status.pending()).isFalse();
  }

  @Test
  void whatWasSavedBackIsNotPending() {
    put("nap", "lab", "{'domain': '192.0.2.1'}");
    assertThat(server.apply.status().pendingObjects()).isEqualTo(1);
    server.apply.apply(EDIT);
    assertThat(server.apply.status().pending()).isFalse();

    put("nap", "lab", "{'domain': '192.0.2.1', 'port': 5070}");
    put("nap", "new", "{'domain': '192.0.2.2'}");
    assertThat(server.apply.status().pendingObjects()).isEqualTo(2);
    put("nap", "lab", "{'domain': '192.0.2.1'}");
    assertThat(server.apply.status().pendingObjects()).isEqualTo(1);
    server.objects.delete("nap", "new", EDIT);

    assertThat(server.apply.status().pending()).isFalse();
    assertThat(server.apply.status().latestRevision()).isEqualTo(5);
    assertThat(server.revisions.pending().objects()).isEmpty();
    server.restart();
    assertThat(server.apply.status().pending()).as("anew").isFalse();
    server.revisions.restore(3, EDIT);
    assertThat(server.apply.status().pendingObjects()).isEqualTo(2);
  }

  @Test
  void whetherSomethingIsPendingIsKnownWithoutReadingItAgain() {
    put("nap", "lab", "{'domain': '192.0.2.1'}");
    put("nap", "new", "{'domain': '192.0.2.2'}");
    assertThat(server.apply.status().pendingObjects()).isEqualTo(2);
    server.transactions.call(
        entities -> entities.createQuery("delete from ChangeEntity").executeUpdate());
    assertThat(server.apply.status().pendingObjects()).isEqualTo(2);
    put("nap", "lab", "{'domain': '192.0.2.9'}");
    put("nap", "third", "{'domain': '192.0.2.3'}");
    assertThat(server.apply.status().pendingObjects()).isEqualTo(3);
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
}
