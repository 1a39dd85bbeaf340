package org.comuta.sip.callcontrol.media;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.Objects;
import org.comuta.description.ObjectDescription;
import org.comuta.description.Parsed;
import org.comuta.interfaces.Interfaces;
import org.comuta.interfaces.NetworkInterface;
import org.comuta.media.PortRange;
import org.comuta.nap.Nap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where media of a NAP goes: our address towards it, and the ports that may be taken there. */
class SideTermsTest {
  private static final String SIP_ADDRESS = "203.0.113.1";

  private static final Interfaces INTERFACES =
      new Interfaces(
          List.of(
              networkInterface(
                  "'inside','address':'192.0.2.10','mediaPortFirst':30000,'mediaPortLast':30999"),
              networkInterface("'outside','address':'2001:db8::10'"),
              networkInterface(
                  "'disabled','address':'192.0.2.11','enabled':false,"
                      + "'mediaPortFirst':31000,'mediaPortLast':31999")));

  @ParameterizedTest(name = "media {0}, address {1}, SIP {2}: {3}, ports {4}")
  @CsvSource({
    "'',       '',         '',       203.0.113.1,  0-0",
    "'',       '',         inside,   192.0.2.10,   30000-30999",
    "'',       '',         outside,  2001:db8::10, 0-0",
    "'',       '',         disabled, 203.0.113.1,  0-0",
    "'',       192.0.2.99, '',       192.0.2.99,   0-0",
    "'',       192.0.2.99, inside,   192.0.2.99,   0-0",
    "inside,   '',         '',       192.0.2.10,   30000-30999",
    "inside,   '',         outside,  192.0.2.10,   30000-30999",
    "outside,  '',         inside,   2001:db8::10, 0-0",
    "disabled, '',         inside,   192.0.2.10,   30000-30999",
    "disabled, '',         '',       203.0.113.1,  0-0",
  })
  void mediaGoesWhereTheNapSays(
      String mediaInterface,
      String mediaAddress,
      String sipInterface,
      String address,
      String ports) {
    Nap nap =
        nap(
            "'mediaInterface':'%s','mediaAddress':'%s','sipInterface':'%s'"
                .formatted(mediaInterface, mediaAddress, sipInterface));
    SideTerms terms = SideTerms.of(nap, INTERFACES, SIP_ADDRESS);
    assertThat(terms.localAddress()).isEqualTo(address);
    assertThat(terms.ports())
        .isEqualTo(ports.equals("0-0") ? PortRange.ENGINE : PortRange.of(ports));
  }

  @Test
  void theRestIsTheNapsWhateverTheInterface() {
    Nap nap = nap("'mediaInterface':'inside','mediaDscp':34,'mediaSourceStrict':true");
    PortRange ports = PortRange.of("30000-30999");
    assertThat(SideTerms.of(nap, INTERFACES, SIP_ADDRESS))
        .isEqualTo(new SideTerms("192.0.2.10", ports, 34, true, List.of()));
    assertThat(SideTerms.of(nap, INTERFACES, SIP_ADDRESS).trusting("192.0.2.1"))
        .isEqualTo(new SideTerms("192.0.2.10", ports, 34, true, List.of("192.0.2.1")));
  }

  private static Nap nap(String more) {
    return parse(Nap.class, "{'name':'nap','domain':'198.51.100.1'," + more + "}");
  }

  private static NetworkInterface networkInterface(String nameAndMore) {
    return parse(NetworkInterface.class, "{'name':" + nameAndMore + "}");
  }

  private static <T> T parse(Class<T> type, String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
      Parsed<T> parsed = ObjectDescription.of(type).parse(reader.readObject());
      return Objects.requireNonNull(parsed.object(), () -> text + ": " + parsed.problems());
    }
  }
}
