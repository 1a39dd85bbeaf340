package org.comuta.interfaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comuta.Sample.networkInterface;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.comuta.description.ObjectSet;
import org.comuta.description.Problem;
import org.comuta.description.Rule;
import org.comuta.network.SipTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterfaceRulesTest {
  private static final ServerPort SERVER = new ServerPort("127.0.0.1", 5060);

  @ParameterizedTest(name = "{0} with {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "192.0.2.1 | 'udpPort': 5070                                       | ''",
        "192.0.2.1 | 'tcpPort': 0                                          | ''",
        "::1       | 'udpPort': 5070                                       | ''",
        "0.0.0.0   | 'udpPort': 5070                                       | address",
        "::        | 'udpPort': 5070                                       | address",
        "224.0.0.1 | 'udpPort': 5070                                       | address",
        "192.0.2.1 | 'udpPort': 0, 'tcpPort': 0                            | services",
        "192.0.2.1 | 'udpPort': 0, 'tcpPort': 0, 'enabled': false          | ''",
        "192.0.2.1 | 'udpPort': 0, 'tcpPort': 0, 'services': ['MEDIA']     | ''",
        "192.0.2.1 | 'udpPort': 0, 'tcpPort': 0, 'tlsCertificate': 'own'   | ''",
        "192.0.2.1 | 'udpPort': 0, 'tcpPort': 0, 'tlsPort': 5061           | services",
        "192.0.2.1 | 'tlsCertificate': 'own', 'tlsPort': 5060              | tlsPort",
        "192.0.2.1 | 'tlsPort': 5060                                       | ''",
        "192.0.2.1 | 'mediaPortFirst': 30000, 'mediaPortLast': 30999       | ''",
        "192.0.2.1 | 'mediaPortFirst': 30000, 'mediaPortLast': 30001       | ''",
        "192.0.2.1 | 'mediaPortFirst': 30000                               | mediaPortLast",
        "192.0.2.1 | 'mediaPortLast': 30001                                | mediaPortFirst",
        "192.0.2.1 | 'mediaPortFirst': 30001, 'mediaPortLast': 30999       | mediaPortFirst",
        "192.0.2.1 | 'mediaPortFirst': 1022, 'mediaPortLast': 30999        | mediaPortFirst",
        "192.0.2.1 | 'mediaPortFirst': 30000, 'mediaPortLast': 31000       | mediaPortLast",
        "192.0.2.1 | 'mediaPortFirst': 30000, 'mediaPortLast': 29999       | mediaPortLast",
      })
  void whatIsWrongIsToldAtItsField(String address, String fields, String field) {
    List<Problem> problems =
        new InterfaceRules(SERVER)
            .check(networkInterface("a", address, fields), new Others(List.of()));

    assertThat(problems)
        .extracting(Problem::field)
        .isEqualTo(field.isEmpty() ? List.of() : List.of(field));
    assertThat(problems).allSatisfy(problem -> assertThat(problem.rule()).isNotNull());
  }

  @ParameterizedTest(name = "{1} with {2}, server at {0}: {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "192.0.2.1       | 192.0.2.1   | ''                                | udpPort tcpPort",
        "192.0.2.1       | 192.0.2.1   | 'udpPort': 5070                   | tcpPort",
        "192.0.2.1       | 192.0.2.1   | 'tcpPort': 0                      | udpPort",
        "192.0.2.1       | 192.0.2.1   | 'udpPort': 5070, 'tcpPort': 5070  | ''",
        "192.0.2.1       | 192.0.2.1   | 'enabled': false                  | ''",
        "192.0.2.1       | 192.0.2.1   | 'services': ['MEDIA']             | ''",
        "192.0.2.1       | 192.0.2.2   | ''                                | ''",
        "192.0.2.1       | 2001:db8::1 | ''                                | ''",
        "0.0.0.0         | 192.0.2.2   | 'tcpPort': 0                      | udpPort",
        "0.0.0.0         | 2001:db8::1 | ''                                | ''",
        "::              | 2001:db8::1 | 'tcpPort': 0                      | udpPort",
        "::              | 192.0.2.1   | ''                                | ''",
        "2001:DB8:0:0::1 | 2001:db8::1 | 'tcpPort': 0                      | udpPort",
        "192.0.2.1       | 192.0.2.1   | 'udpPort': 0, 'tcpPort': 0, 'tlsCertificate': 'own', 'tlsPort': 5060 | tlsPort",
      })
  void thePortOfTheServerIsOfNone(String server, String address, String fields, String wrong) {
    InterfaceRules rules = new InterfaceRules(new ServerPort(server, 5060));
    NetworkInterface one =
        fields.isEmpty() ? networkInterface("a", address) : networkInterface("a", address, fields);

    List<Problem> problems = rules.check(one, new Others(List.of(one)));
    assertThat(problems.stream().map(Problem::field).collect(Collectors.joining(" ")))
        .isEqualTo(wrong);
    assertThat(problems)
        .allSatisfy(problem -> assertThat(problem.rule()).isEqualTo(Rule.INTERFACE_PORT_OF_SERVER));
  }

  @ParameterizedTest(name = "{0}, {1} beside {2}, {3}: {4}")
  @CsvSource(
      delimiter = '|',
      value = {
        "192.0.2.1   | 'tcpPort': 0                       | 192.0.2.1     | 'tcpPort': 5070     | udpPort",
        "192.0.2.1   | 'tcpPort': 5080                    | 192.0.2.1     | 'udpPort': 5080     | ''",
        "192.0.2.1   | 'udpPort': 5080                    | 192.0.2.1     | 'udpPort': 5081     | tcpPort",
        "192.0.2.1   | 'udpPort': 0, 'tcpPort': 5061 | 192.0.2.1 | 'udpPort': 0, 'tcpPort': 0, 'tlsCertificate': 'x' | tcpPort",
        "192.0.2.1   | 'udpPort': 5061, 'tcpPort': 0 | 192.0.2.1 | 'udpPort': 0, 'tcpPort': 0, 'tlsCertificate': 'x' | ''",
        "192.0.2.1   | 'udpPort': 0, 'tcpPort': 0, 'tlsCertificate': 'x' | 192.0.2.1 | 'udpPort': 0, 'tcpPort': 5061 | tlsPort",
        "2001:db8::1 | 'tcpPort': 0                       | 2001:DB8:0::1 | 'tcpPort': 5070     | udpPort",
        "192.0.2.1   | 'tcpPort': 0                       | 192.0.2.2     | 'tcpPort': 5070     | ''",
        "192.0.2.1   | 'tcpPort': 0                       | 192.0.2.1     | 'enabled': false    | ''",
        "192.0.2.1   | 'tcpPort': 0, 'services': ['MEDIA'] | 192.0.2.1    | 'tcpPort': 5070     | ''",
      })
  void noPortIsOfTwo(
      String address, String fields, String other, String otherFields, String field) {
    NetworkInterface one = networkInterface("a", address, fields);
    NetworkInterface two = networkInterface("b", other, otherFields);

    List<Problem> problems = new InterfaceRules(SERVER).check(one, new Others(List.of(one, two)));
    assertThat(problems)
        .extracting(Problem::field)
        .isEqualTo(field.isEmpty() ? List.of() : List.of(field));
    assertThat(problems)
        .allSatisfy(problem -> assertThat(problem.message()).contains("interface b"));
  }

  @Test
  void aPortIsFoundAndServicesAreThoseOfTheAddress() {
    Interfaces interfaces =
        new Interfaces(
            List.of(
                networkInterface("a", "192.0.2.1", "'tcpPort': 0"),
                networkInterface("b", "192.0.2.1", "'udpPort': 5080", "'services': ['SIP', 'SSH']"),
                networkInterface("off", "192.0.2.2", "'enabled': false"),
                networkInterface("six", "2001:DB8::1", "'services': ['PORTAL']")));

    assertThat(interfaces.sipPorts().values()).containsOnly("a", "b");
    assertThat(interfaces.of(new SipPort("192.0.2.1", 5080, SipTransport.UDP))).isEqualTo("b");
    assertThat(interfaces.of(new SipPort("192.0.2.2", 5060, SipTransport.UDP)))
        .isEqualTo(Interfaces.OWN);
    assertThat(interfaces.find("off")).isNull();
    assertThat(interfaces.find(Interfaces.OWN)).isNull();
    assertThat(interfaces.serves(InterfaceService.MEDIA, "192.0.2.1")).isTrue();
    assertThat(interfaces.serves(InterfaceService.SSH, "192.0.2.1")).isTrue();
    assertThat(interfaces.serves(InterfaceService.PORTAL, "192.0.2.1")).isFalse();
    assertThat(interfaces.serves(InterfaceService.PORTAL, "2001:db8:0:0::1")).isTrue();
    assertThat(interfaces.serves(InterfaceService.SSH, "2001:db8::1")).isFalse();
    assertThat(interfaces.serves(InterfaceService.PORTAL, "192.0.2.2")).isTrue();
    assertThat(Interfaces.NONE.serves(InterfaceService.PORTAL, "192.0.2.1")).isTrue();
  }

  private record Others(List<NetworkInterface> interfaces) implements ObjectSet {
    @Override
    public <T> Collection<T> all(Class<T> type) {
      return interfaces.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public boolean exists(String kind, String name) {
      throw new UnsupportedOperationException();
    }
  }
}
