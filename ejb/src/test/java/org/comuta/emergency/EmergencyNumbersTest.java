package org.comuta.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmergencyNumbersTest {
  private final EmergencyNumbers numbers =
      EmergencyNumbers.of(
          List.of(
              new EmergencyList("brasil", true, "", List.of("190", "192", "193")),
              new EmergencyList("office", true, "", List.of("*9")),
              new EmergencyList("old", false, "", List.of("199"))));

  @ParameterizedTest
  @CsvSource({
    "sip:190@192.0.2.1,         190,   true",
    "sip:193@192.0.2.1,         193,   true",
    "sip:*9@192.0.2.1,          *9,    true",
    "sip:199@192.0.2.1,         199,   false",
    "sip:5190@192.0.2.1,        5190,  false",
    "sip:1900@192.0.2.1,        1900,  false",
    "sip:sos@192.0.2.1,         sos,   false",
    "urn:service:sos,           '',    true",
    "URN:Service:SOS.police,    '',    true",
    "urn:service:sosedi,        '',    false",
    "urn:service:counseling,    '',    false",
    "urn:nena:sos,              '',    false",
  })
  void aCallForHelpIsKnown(String target, String called, boolean emergency) {
    assertThat(numbers.concern(target, called)).isEqualTo(emergency);
  }

  @ParameterizedTest
  @CsvSource({"urn:service:sos, '', true", "sip:190@192.0.2.1, 190, false"})
  void withoutListsOnlyTheServiceIsKnown(String target, String called, boolean emergency) {
    assertThat(EmergencyNumbers.NONE.concern(target, called)).isEqualTo(emergency);
  }
}
