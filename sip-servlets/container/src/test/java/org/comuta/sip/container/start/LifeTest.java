package org.comuta.sip.container.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.comuta.sip.container.SipContainer;
import org.comuta.sip.container.SipSettings;
import org.comuta.sip.container.SipStartException;
import org.comuta.sip.container.SipStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starting and stopping. */
@Timeout(60)
class LifeTest {

  private final int port = FreePort.udpAndTcp();
  private final SipSettings settings = SipSettings.at("127.0.0.1", port);

  @ParameterizedTest
  @ValueSource(strings = {"UDP", "TCP"})
  void aTakenPortIsNamedAndNothingIsLeftBehind(String transport) throws Exception {
    try (AutoCloseable _ = occupy(transport)) {
      assertThatThrownBy(() -> EmbeddedContainer.start(settings, new AnsweringServlet()))
          .isInstanceOf(SipStartException.class)
          .hasMessageContaining(transport + " port 127.0.0.1:" + port)
          .hasMessageContaining("taken");
    }
    assertThatThrownBy(SipContainer::running).isInstanceOf(IllegalStateException.class);
    Leftovers.awaitNoThreads();
    occupy("UDP").close();
    occupy("TCP").close();
  }

  @Test
  void listeningOnAllAddressesPeersAreToldOneOfThem() throws Exception {
    SipSettings all = SipSettings.at("0.0.0.0", port);
    assertThat(all.ownAddress()).isNotEqualTo("0.0.0.0");
    RunningContainer container = EmbeddedContainer.start(all, new AnsweringServlet());
    try (UdpClient client = new UdpClient(port)) {
      client.send(client.request("INVITE", "everywhere"));
      String answer = client.receive("SIP/2.0 200");
      assertThat(UdpClient.header("Contact", answer)).contains(all.ownAddress() + ":" + port);
    } finally {
      container.stop();
    }
  }

  @Test
  void stoppingLeavesNothingAndStartingAgainWorks() throws Exception {
    for (int round = 0; round < 5; round++) {
      RunningContainer container = EmbeddedContainer.start(settings, new AnsweringServlet());
      assertThat(SipContainer.running()).isSameAs(container);
      try (UdpClient client = new UdpClient(port)) {
        client.send(client.request("OPTIONS", "round" + round));
        client.receive("SIP/2.0 200");
      }
      container.stop();
      assertThat(container.status().state()).isEqualTo(SipStatus.State.STOPPED);
      assertThatThrownBy(SipContainer::running).isInstanceOf(IllegalStateException.class);
      Leftovers.awaitNoThreads();
      assertThat(Leftovers.managementBeans()).isEmpty();
      occupy("UDP").close();
      occupy("TCP").close();
    }
  }

  private AutoCloseable occupy(String transport) throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    return "UDP".equals(transport)
        ? new DatagramSocket(port, loopback)
        : new ServerSocket(port, 1, loopback);
  }
}
