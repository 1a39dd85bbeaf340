package org.comuta.tests.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The application can be taken out of a running server and put back; nothing of it stays behind.
 */
@ExtendWith(ArquillianExtension.class)
class RedeploymentIT {
  private static final String APPLICATION = "application";
  private static final int OFFSET = Integer.getInteger("comuta.offset");
  private static final InetSocketAddress SIP =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 5060 + OFFSET);

  @ArquillianResource private Deployer deployer;

  @Deployment(name = "probe", testable = false)
  static WebArchive probe() {
    return ShrinkWrap.create(WebArchive.class, "probe.war").addClass(ProbeServlet.class);
  }

  @Deployment(name = APPLICATION, managed = false, testable = false)
  static EnterpriseArchive application() {
    return ShrinkWrap.createFromZipFile(
        EnterpriseArchive.class, Path.of(System.getProperty("comuta.ear")).toFile());
  }

  @Test
  void undeploymentFreesPortsThreadsAndMBeans() throws Exception {
    for (int round = 1; round <= 3; round++) {
      deployer.deploy(APPLICATION);
      assertThat(udpIsFree()).as("SIP over UDP listens in round %d", round).isFalse();
      assertThat(tcpIsFree()).as("SIP over TCP listens in round %d", round).isFalse();
      assertThat(ours())
          .as("the probe sees the application and its media engine in round %d", round)
          .anyMatch(line -> line.startsWith("thread comuta-media"))
          .anyMatch(line -> line.startsWith("mbean org.comuta:type=MediaAdapter"))
          .contains("bound java:/eis/ComutaMedia");

      deployer.undeploy(APPLICATION);
      assertThat(udpIsFree()).as("UDP port after round %d", round).isTrue();
      assertThat(tcpIsFree()).as("TCP port after round %d", round).isTrue();
      assertThat(ours()).as("threads and MBeans after round %d", round).isEmpty();
    }
  }

  /** Threads and MBeans that belong to the application or to the libraries it brings. */
  private static Set<String> ours() throws IOException, InterruptedException {
    Predicate<String> ours =
        line ->
            line.contains("comuta")
                || line.contains("mobicents")
                || line.contains("gov.nist")
                || line.contains("restcomm")
                || line.startsWith("bound ");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + (8080 + OFFSET) + "/probe/"))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(request, BodyHandlers.ofString())
          .body()
          .lines()
          .filter(ours)
          // The server's own names carry our words: its node, its socket bindings, its data source.
          .filter(line -> !line.startsWith("mbean jboss."))
          .filter(line -> !isTopicOfTheServer(line))
          .collect(Collectors.toSet());
    }
  }

  /** The broker's topics are in the server's configuration; who reads them has a queue there. */
  private static boolean isTopicOfTheServer(String line) {
    return line.startsWith("mbean org.apache.activemq.artemis:")
        && line.contains("component=addresses")
        && !line.contains("subcomponent=queues");
  }

  private static boolean udpIsFree() {
    try (DatagramSocket socket = new DatagramSocket(SIP)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean tcpIsFree() {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(SIP);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
