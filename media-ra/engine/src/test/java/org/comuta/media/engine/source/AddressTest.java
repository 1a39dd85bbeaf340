package org.comuta.media.engine.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.comuta.media.MediaException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
  @Property(tries = 500)
  void everyIpv4AddressComesBack(@ForAll @Size(4) byte[] octets) throws Exception {
    comesBack(InetAddress.getByAddress(octets), true);
  }

  @Property(tries = 500)
  void everyIpv6AddressComesBack(@ForAll @Size(16) byte[] octets) throws Exception {
    // Java makes an IPv4 address of one that begins with ten zeros and two ones.
    octets[0] |= 1;
    comesBack(InetAddress.getByAddress(octets), false);
  }

  private static void comesBack(InetAddress address, boolean ipv4) {
    Address ours = Address.of(address);
    assertThat(ours.toInetAddress()).isEqualTo(address);
    assertThat(ours.isIpv4()).isEqualTo(ipv4);
    assertThat(Address.parse(ours.toString())).isEqualTo(ours);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "", "1.2.3", "1.2.3.4.5", "::g", "example.com", "1.2.3.4 "})
  void whatIsNoLiteralIsRefusedWithoutLookingItUp(String text) {
    assertThatThrownBy(() -> Address.parse(text))
        .isInstanceOfSatisfying(
            MediaException.class, e -> assertThat(e.kind()).isEqualTo(MediaException.Kind.INVALID));
  }
}
