package org.comuta.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTest {
  /** Without their zones, which no URL of a webhook can have. */
  private static List<String> addressesOfThisMachine() throws SocketException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .map(InetAddress::getHostAddress)
        .map(address -> address.replaceAll("%.*", ""))
        .toList();
  }

  @Test
  void everyAddressOfThisMachineIsLocal() throws SocketException, UnknownHostException {
    assertThat(addressesOfThisMachine()).isNotEmpty().allMatch(Targets::isLocalName);
    for (String address : addressesOfThisMachine()) {
      assertThat(Targets.resolvesToLocal(address)).as(address).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.77", "2001:db8::77", "[2001:db8::77]", "example.com"})
  void othersAreNot(String host) {
    assertThat(Targets.isLocalName(host)).isFalse();
  }
}
