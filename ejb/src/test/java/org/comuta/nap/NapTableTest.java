package org.comuta.nap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.comuta.Sample.nap;

import java.util.List;
import java.util.Map;
import org.comuta.network.SipTransport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NapTableTest {
  private static final NapTable TABLE =
      new NapTable(
          List.of(
              nap("alone", "192.0.2.1"),
              nap("five", "192.0.2.2", "'port': 5060"),
              nap("six", "192.0.2.2", "'port': 5061"),
              nap("five-tcp", "192.0.2.2", "'port': 5060", "'transport': 'TCP'"),
              nap("rest", "192.0.2.3", "'port': 5061", "'ignoreSourcePort': true"),
              nap("exact", "192.0.2.3", "'port': 5060"),
              nap("by-dns", "192.0.2.4", "'port': 0"),
              nap("six-six", "2001:db8::6", "'transport': 'TCP'", "'port': 5080"),
              nap("six-six-udp", "2001:db8::6", "'port': 5080"),
              nap("off", "192.0.2.9", "'enabled': false"),
              nap("roaming", "Roaming.example", "'acceptAnyAddress': true"),
              nap(
                  "strict",
                  "strict.example",
                  "'acceptAnyAddress': true",
                  "'sourceByPacketAddress': true"),
              nap("off-domain", "off.example", "'acceptAnyAddress': true", "'enabled': false"),
              nap(
                  "proxied",
                  "192.0.2.20",
                  "'forceConfiguredProxy': true",
                  "'acceptAnyAddress': true",
                  "'proxies': ['192.0.2.21', '192.0.2.22:5070', '192.0.2.99']"),
              nap("behind-a", "192.0.2.30", "'proxies': ['192.0.2.40', '192.0.2.41']"),
              nap("behind-b", "192.0.2.31", "'proxies': ['192.0.2.40', '192.0.2.2:5061']"),
              nap("named", "trunk.example")),
          Map.of("trunk.example", List.of("192.0.2.50", "192.0.2.51")));

  @ParameterizedTest(name = "{3} from {0}:{1} (announced {2}), From {4}: {5}")
  @CsvSource(
      nullValues = "-",
      value = {
        // address and port
        "192.0.2.2, 5060, 5060, UDP, x, five",
        "192.0.2.2, 5061, 5060, UDP, x, six",
        "192.0.2.2, 5060, 5060, TCP, x, five-tcp",
        // a connection comes from any port, and announces where it listens
        "192.0.2.2, 40000, 5060, TCP, x, five-tcp",
        "192.0.2.2, 40000, 5090, TCP, x, -",
        // but a datagram does not
        "192.0.2.2, 40000, 5060, UDP, x, -",
        // the address alone, when only one NAP has it
        "192.0.2.1, 40000, 40000, UDP, x, alone",
        "192.0.2.1, 40000, 40000, TCP, x, alone",
        // or when one ignores the port; an exact match goes before
        "192.0.2.3, 5060, 5060, UDP, x, exact",
        "192.0.2.3, 5099, 5060, UDP, x, rest",
        "192.0.2.4, 1234, 5060, UDP, x, by-dns",
        // IPv6, however it is spelled
        "2001:db8:0:0:0:0:0:6, 40000, 5080, TCP, x, six-six",
        "2001:DB8::6, 5080, 5080, UDP, x, six-six-udp",
        "2001:db8::6%2, 5080, 5080, UDP, x, six-six-udp",
        "::ffff:192.0.2.1, 5060, 5060, UDP, x, alone",
        // a disabled NAP matches nothing
        "192.0.2.9, 5060, 5060, UDP, x, -",
        "198.51.100.1, 5060, 5060, UDP, off.example, -",
        // the domain of From, only where that is accepted
        "198.51.100.1, 5060, 5060, UDP, roaming.EXAMPLE, roaming",
        "198.51.100.1, 5060, 5060, UDP, roaming.example., roaming",
        "198.51.100.1, 5060, 5060, UDP, strict.example, -",
        "198.51.100.1, 5060, 5060, UDP, trunk.example, -",
        "198.51.100.1, 5060, 5060, UDP, '', -",
        // the address goes before the domain
        "192.0.2.1, 5060, 5060, UDP, roaming.example, alone",
        // configured proxies and nothing else
        "192.0.2.20, 5060, 5060, UDP, x, -",
        "192.0.2.20, 5060, 5060, UDP, 192.0.2.20, -",
        "192.0.2.21, 5060, 5060, UDP, x, proxied",
        "192.0.2.22, 5070, 5060, UDP, x, proxied",
        // other proxies stand for their NAP while no other uses them
        "192.0.2.30, 5060, 5060, UDP, x, behind-a",
        "192.0.2.40, 5060, 5060, UDP, x, -",
        "192.0.2.41, 5060, 5060, UDP, x, behind-a",
        "192.0.2.2, 5061, 5060, UDP, x, six",
        // every address of a name
        "192.0.2.50, 5060, 5060, UDP, x, named",
        "192.0.2.51, 5061, 5060, UDP, x, named",
        // nobody
        "203.0.113.1, 5060, 5060, UDP, x, -",
      })
  void anOriginIsFound(
      String address,
      int port,
      int announced,
      SipTransport transport,
      String from,
      @Nullable String expected) {
    OriginMatch match = TABLE.findOrigin(new Source(address, port, announced, transport, from, ""));

    assertThat(match.nap() == null ? null : match.nap().name()).isEqualTo(expected);
    assertThat(match.reason()).isNotEmpty();
  }

  @ParameterizedTest(name = "from {0}:{1} at \"{2}\": {3}")
  @CsvSource(
      nullValues = "-",
      value = {
        "192.0.2.1, 5060, '', own",
        "192.0.2.1, 5060, inner, inner",
        "192.0.2.1, 5060, outer, outer",
        "192.0.2.1, 5060, none, -",
        "192.0.2.1, 5099, outer, outer",
        "192.0.2.2, 5060, inner, -",
      })
  void aNapIsKnownAtItsInterfaceAlone(
      String address, int port, String at, @Nullable String expected) {
    NapTable table =
        new NapTable(
            List.of(
                nap("own", "192.0.2.1"),
                nap("inner", "192.0.2.1", "'sipInterface': 'inner'"),
                nap("outer", "192.0.2.1", "'sipInterface': 'outer'"),
                nap("other", "192.0.2.2", "'sipInterface': 'outer'")));
    Source source = new Source(address, port, port, SipTransport.UDP, "", at);

    Nap nap = table.findOrigin(source).nap();
    assertThat(nap == null ? null : nap.name()).isEqualTo(expected);
  }

  @Test
  void whereNeighboursAreMetOverTlsTheirNamesAreKnown() {
    String tls = "'transport': 'TLS', 'sipInterface': 'inner'";
    NapTable table =
        new NapTable(
            List.of(
                nap("a", "Sip.Example.", tls),
                nap("b", "b.example", tls, "'proxies': ['edge.example:5061', '192.0.2.9']"),
                nap("c", "udp.example", "'sipInterface': 'inner'"),
                nap("d", "off.example", tls, "'enabled': false"),
                nap("e", "2001:DB8::1", tls)),
            Map.of(
                "sip.example", List.of("192.0.2.7", "192.0.2.8"),
                "edge.example", List.of("192.0.2.8"),
                "udp.example", List.of("192.0.2.7"),
                "off.example", List.of("192.0.2.7")));

    assertThat(table.tlsNames("inner", "192.0.2.7")).containsExactly("sip.example");
    assertThat(table.tlsNames("inner", "192.0.2.8")).containsExactly("sip.example", "edge.example");
    assertThat(table.tlsNames("inner", "192.0.2.9")).containsExactly("192.0.2.9");
    assertThat(table.tlsNames("inner", "2001:db8:0:0:0:0:0:1"))
        .containsExactly("2001:db8:0:0:0:0:0:1");
    assertThat(table.tlsNames("", "192.0.2.7")).isEmpty();
    assertThat(table.tlsNames("inner", "192.0.2.1")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 5071, true",
    "192.0.2.7, 5061, false",
    "192.0.2.8, 5061, true",
    "192.0.2.8, 5071, false",
    "192.0.2.9, 5062, true",
    "192.0.2.10, 5061, true",
    "192.0.2.11, 5061, false",
    "192.0.2.12, 5072, true",
  })
  void whereNeighboursListenOverTlsIsKnown(String address, int port, boolean listens) {
    String tls = "'transport': 'TLS', 'sipInterface': 'inner', 'port': ";
    NapTable table =
        new NapTable(
            List.of(
                nap("a", "a.example", tls + 5071),
                nap("b", "192.0.2.8", tls + 0, "'proxies': ['192.0.2.9:5062', '192.0.2.10']"),
                nap("c", "192.0.2.11", "'sipInterface': 'inner', 'port': 5061"),
                nap("d", "d.example", tls + 5072, "'proxies': ['192.0.2.12']")),
            Map.of("a.example", List.of("192.0.2.7")));

    assertThat(table.listensOverTls("inner", address, port)).isEqualTo(listens);
    assertThat(table.listensOverTls("", address, port)).isFalse();
  }

  @Test
  void overTlsAProxyListensAtItsOwnPortUnlessItNamesOne() {
    NapTable table =
        new NapTable(
            List.of(
                nap(
                    "a",
                    "192.0.2.1",
                    "'transport': 'TLS', 'proxies': ['192.0.2.5'], 'forceConfiguredProxy': true")));
    Source source = new Source("192.0.2.5", 40_000, 5061, SipTransport.TLS, "", "");

    assertThat(table.findOrigin(source).nap()).isEqualTo(table.find("a"));
  }

  @Test
  void theReasonNamesTheRuleAndTheValue() {
    assertThat(
            TABLE.findOrigin(new Source("192.0.2.2", 5060, 0, SipTransport.UDP, "", "")).reason())
        .isEqualTo("address and port 192.0.2.2:5060");
    assertThat(TABLE.findOrigin(new Source("9.9.9.9", 1, 1, SipTransport.UDP, "a.b", "")).reason())
        .isEqualTo("no enabled NAP is known by 9.9.9.9:1 over UDP or by the domain a.b");
  }

  @Test
  void aNameWithoutAddressIsAWarningAndMatchesNothing() {
    NapTable table =
        new NapTable(List.of(nap("a", "gone.example", "'proxies': ['p.example:5070']")));

    assertThat(NapTable.hostNames(table.all())).containsExactly("gone.example", "p.example");
    assertThat(table.warnings())
        .extracting(NapWarning::nap, warning -> warning.problem().field())
        .containsExactly(tuple("a", "domain"), tuple("a", "proxies"));
    assertThat(table.addressesOf("gone.example")).isEmpty();
  }

  @Test
  void twoNamesOfOneAddressAreAWarningAndTheLiteralAddressWins() {
    NapTable table =
        new NapTable(
            List.of(nap("a", "one.example"), nap("b", "two.example"), nap("c", "192.0.2.7")),
            Map.of(
                "one.example", List.of("192.0.2.7"),
                "two.example", List.of("192.0.2.8")));

    assertThat(table.warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.nap()).isEqualTo("a");
              assertThat(warning.problem().message()).contains("192.0.2.7:5060 over UDP", "NAP c");
            });
    assertThat(table.findOrigin(new Source("192.0.2.7", 5060, 0, SipTransport.UDP, "", "")).nap())
        .isEqualTo(table.find("c"));
  }
}
