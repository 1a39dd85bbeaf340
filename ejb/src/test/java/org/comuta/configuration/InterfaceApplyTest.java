package org.comuta.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comuta.Sample;
import org.comuta.database.HibernateDatabase;
import org.comuta.edge.SipEdge;
import org.comuta.interfaces.InterfaceService;
import org.comuta.interfaces.SipPort;
import org.comuta.network.SipTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Apply opens the ports of interfaces, or names why it cannot, and then nothing has changed. */
class InterfaceApplyTest {
  private static final Edit EDIT = Edit.by(new Editor("ana", "192.0.2.77"));
  private static final SipPort UDP = new SipPort("192.0.2.1", 5060, SipTransport.UDP);
  private static final SipPort TCP = new SipPort("192.0.2.1", 5070, SipTransport.TCP);

  private final Set<String> certificates = new HashSet<>();
  private final TestServer server =
      new TestServer(
          HibernateDatabase.h2(),
          Kinds.catalogue(kind -> kind.equals("certificate") ? certificates : Set.of()));
  private final FakeEdge edge = new FakeEdge();

  @BeforeEach
  void register() {
    server.empty();
    server.edges.register(edge);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void put(String kind, String name, String body) {
    server.objects.put(kind, name, Sample.json(body), EDIT);
  }

  private void inner(String more) {
    put("interface", "inner", "{'address': '192.0.2.1', 'tcpPort': 5070" + more + "}");
  }

  @Test
  void portsAreOpenBeforeTheRevisionIsLive() {
    inner("");
    server.apply.apply(EDIT);

    assertThat(edge.open).containsExactly(UDP, TCP);
    assertThat(edge.kept).containsExactlyInAnyOrder(UDP, TCP);
    assertThat(edge.since).isEqualTo(1);
    assertThat(server.live.current().interfaces().of(UDP)).isEqualTo("inner");
  }

  @Test
  void aPortThatCannotBeOpenedIsNamedAndTheOldRevisionStaysLive() {
    inner("");
    server.apply.apply(EDIT);
    put("interface", "outer", "{'address': '192.0.2.2'}");
    edge.refused.put(new SipPort("192.0.2.2", 5060, SipTransport.TCP), "it is taken");

    assertThatExceptionOfType(InvalidConfigurationException.class)
        .isThrownBy(() -> server.apply.apply(EDIT))
        .satisfies(
            e ->
                assertThat(e.problems())
                    .extracting(
                        ObjectProblem::kind,
                        ObjectProblem::name,
                        one -> one.problem().field(),
                        one -> one.problem().code())
                    .containsExactly(tuple("interface", "outer", "tcpPort", "unavailable")))
        .withMessageContaining("it is taken");
    assertThat(server.live.current().revision()).isEqualTo(1);
    assertThat(server.apply.status().appliedRevision()).isEqualTo(1);
    assertThat(edge.kept).containsExactlyInAnyOrder(UDP, TCP);
    assertThat(edge.since).isEqualTo(1);
  }

  @Test
  void anAddressTheHostHasLostHoldsUpNoOtherChange() {
    inner("");
    server.apply.apply(EDIT);
    edge.open.clear();
    edge.refused.put(UDP, "no such address");
    edge.refused.put(TCP, "no such address");
    put("nap", "a", "{'domain': '192.0.2.5'}");

    assertThat(server.apply.apply(EDIT).revision()).isEqualTo(2);
    assertThat(edge.kept).containsExactlyInAnyOrder(UDP, TCP);
  }

  @Test
  void whatIsGoneIsKeptNoLonger() {
    inner("");
    server.apply.apply(EDIT);
    inner(", 'enabled': false");
    server.apply.apply(EDIT);

    assertThat(edge.kept).isEmpty();
    assertThat(edge.since).isEqualTo(2);
  }

  @Test
  void whatCouldNotBeOpenedIsTriedAgain() {
    inner("");
    server.apply.apply(EDIT);
    edge.open.clear();
    server.apply.refresh();

    assertThat(edge.open).containsExactly(UDP, TCP);
  }

  @ParameterizedTest(name = "{0} at {1}: shut out {2}")
  @CsvSource({
    "PORTAL, 192.0.2.1, true",
    "API, 192.0.2.1, true",
    "SSH, 192.0.2.1, false",
    "PORTAL, 192.0.2.9, false",
  })
  void nobodyShutsThemselvesOut(InterfaceService service, String address, boolean shutOut) {
    inner(", 'services': ['SIP', 'SSH']");
    Edit edit = Edit.by(new Editor("ana", "192.0.2.77", new Way(service, address)));

    if (shutOut) {
      assertThatExceptionOfType(InvalidConfigurationException.class)
          .isThrownBy(() -> server.apply.apply(edit))
          .satisfies(
              e ->
                  assertThat(e.problems())
                      .extracting(ObjectProblem::name, one -> one.problem().field())
                      .containsExactly(tuple("inner", "services")));
      assertThat(edge.open).isEmpty();
    } else {
      assertThat(server.apply.apply(edit).revision()).isEqualTo(1);
    }
  }

  @Test
  void aCertificateHasToBeThereWhenItIsNamedAndWhenItIsApplied() {
    assertThatExceptionOfType(InvalidConfigurationException.class)
        .isThrownBy(() -> inner(", 'tlsCertificate': 'web'"))
        .satisfies(
            e ->
                assertThat(e.problems())
                    .extracting(one -> one.problem().field(), one -> one.problem().code())
                    .containsExactly(tuple("tlsCertificate", "reference")));
    certificates.add("web");
    inner(", 'tlsCertificate': 'web'");
    assertThat(server.objects.usersOfOther("certificate", "web"))
        .containsExactly(new ObjectUser("interface", "inner", "tlsCertificate"));
    certificates.clear();
    assertThatExceptionOfType(InvalidConfigurationException.class)
        .isThrownBy(() -> server.apply.apply(EDIT));
    assertThat(edge.open).isEmpty();

    certificates.add("web");
    server.apply.apply(EDIT);
    assertThat(edge.open)
        .containsExactly(UDP, TCP, new SipPort("192.0.2.1", 5061, SipTransport.TLS));
  }

  @Test
  void aNapHoldsItsInterface() {
    inner("");
    put("nap", "a", "{'domain': '192.0.2.5', 'sipInterface': 'inner'}");

    assertThat(server.objects.users("interface", "inner"))
        .extracting(ObjectUser::kind, ObjectUser::name, ObjectUser::field)
        .containsExactly(tuple("nap", "a", "sipInterface"));
    assertThatExceptionOfType(ObjectInUseException.class)
        .isThrownBy(() -> server.objects.delete("interface", "inner", EDIT));
    inner(", 'enabled': false");
    assertThatExceptionOfType(InvalidConfigurationException.class)
        .isThrownBy(() -> server.apply.apply(EDIT))
        .satisfies(
            e ->
                assertThat(e.problems())
                    .extracting(ObjectProblem::kind, one -> one.problem().field())
                    .containsExactly(tuple("nap", "sipInterface")));
  }

  /** Opens every port but those it is told to refuse. */
  private static final class FakeEdge implements SipEdge {
    final Map<SipPort, String> refused = new LinkedHashMap<>();
    final List<SipPort> open = new ArrayList<>();
    Set<SipPort> kept = Set.of();
    long since;

    @Override
    public List<SipPort> listeningPoints() {
      return open;
    }

    @Override
    public Map<SipPort, String> open(Collection<SipPort> ports) {
      Map<SipPort, String> refusals = new LinkedHashMap<>(refused);
      refusals.keySet().retainAll(ports);
      ports.stream()
          .filter(port -> !refused.containsKey(port) && !open.contains(port))
          .forEach(open::add);
      return refusals;
    }

    @Override
    public void keep(Collection<SipPort> ports, long revision) {
      kept = Set.copyOf(ports);
      since = revision;
    }

    @Override
    public boolean overloaded() {
      return false;
    }

    @Override
    public Map<String, Long> counters() {
      return Map.of();
    }
  }
}
